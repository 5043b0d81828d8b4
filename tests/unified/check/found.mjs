import { VFile } from 'vfile';
import { checkPage } from '../../../dist/unified/check/check.js';

/** What a rule finds in a page. */
export async function found(rule, value, path = 'page.md') {
  const { findings } = await checkPage(new VFile({ path, value }), {});
  return findings.filter((finding) => finding.rule === rule);
}
