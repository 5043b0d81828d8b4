import { defineConfig } from 'vitepress';

export default defineConfig({
  base: '/frameworks/vitepress/',
  outDir: 'dist',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } },
});
