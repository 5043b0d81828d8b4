import config from '../../web-test-runner.config.mjs';

/** In a copy of the project, whose `node_modules` is a link. */
export default {
  ...config,
  preserveSymlinks: true,
  testFramework: { config: { ...config.testFramework.config, grep: process.env.ONLY } },
};
