import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // For older browsers Vite would rewrite `light-dark()`, and the colours would be lost.
  build: { cssTarget: 'esnext' },
  plugins: [react()],
});
