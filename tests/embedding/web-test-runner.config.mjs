/** The elements in other pages: other style sheets, languages, servers, odd places, readers. */
import config, { groupsOf } from '../../web-test-runner.config.mjs';

export default { ...config, groups: await groupsOf('tests/{embedding,hostile,languages,readers,server}/**/*.test.ts') };
