import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The theme toolbar sets the background; there are no play functions and no events to log.
  features: {
    backgrounds: false,
    interactions: false,
    actions: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: {
      ...config.optimizeDeps,
      // Storybook's renderer imports it; left out, it brings a second copy of Lit.
      include: [...(config.optimizeDeps?.include ?? []), 'lit/directive-helpers.js'],
    },
    build: {
      ...config.build,
      // Storybook leaves out the `build` of vite.config.ts, which makes the library. Without a modern target the
      // minifier would rewrite light-dark() into something that does not follow a `color-scheme` set by script.
      target: 'es2022',
      cssTarget: 'esnext',
      // Mermaid's chunks are larger than Vite's limit.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  }),
};

export default config;
