/** The elements in other pages: other style sheets, languages, servers, odd places, readers. */
import { availableParallelism } from 'node:os';
import config, { groupsOf } from '../../web-test-runner.config.mjs';

export default {
  ...config,
  // Pages in frames are heavier than elements.
  concurrentBrowsers: availableParallelism(),
  groups: await groupsOf('tests/{embedding,hostile,languages,readers,server}/**/*.test.ts'),
};
