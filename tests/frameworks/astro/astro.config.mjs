import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeDeepdive from 'deepdive-elements/rehype';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeRaw from 'rehype-raw';

export default defineConfig({
  base: '/frameworks/astro',
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
    processor: unified({ remarkPlugins: [remarkDeepdive], rehypePlugins: [rehypeRaw, rehypeDeepdive] }),
  },
});
