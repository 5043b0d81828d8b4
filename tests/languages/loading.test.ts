import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { waitUntil } from '../helpers.js';

/** The languages that a page has loaded, and its elements' words, once `isThere` is true of it. */
async function languagesOf(markup: string, isThere: (page: Document) => boolean): Promise<string[]> {
  const frame = await openFrame({
    markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css">
      <script type="module" src="/dist/cdn/deepdive.js"></script>${markup}`,
  });
  await waitUntil(() => isThere(frame.contentDocument!), 'the words are there');
  const names = frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => name);
  return names.flatMap((name) => /\/chunks\/([a-z]{2})-[^/]*\.js$/.exec(name)?.[1] ?? []).sort();
}

const facts = '<quick-facts><dl><div><dt>Availability</dt><dd>99.99%</dd></div></dl></quick-facts>';
const said = (page: Document) =>
  [...page.querySelectorAll<HTMLElement>('quick-facts')].map((one) => one.dataset['downtime']?.slice(0, 9) ?? '');

describe('the script for a page', () => {
  it('loads no language for a page in English, or in one that it does not know', async () => {
    const page = `<html lang="en">${facts}<div lang="en-GB">${facts}</div><p lang="de">Absatz</p><div lang="pt">${facts}`;
    expect(await languagesOf(page, (one) => said(one).every((words) => words === '99.99% le'))).to.deep.equal([]);
  });

  it('loads the languages that its elements are in, and no others', async () => {
    const page = `<html lang="de-AT">${facts}<p lang="fr">Texte</p><section lang="ja"><div>${facts}</div></section>`;
    const isThere = (one: Document) => /^99,99/.test(said(one)[0]!) && /で許/.test(said(one)[1]!);
    expect(await languagesOf(page, isThere)).to.deep.equal(['de', 'ja']);
  });

  it('moves nothing below when the words arrive', async () => {
    const kinds = ['note', 'tip', 'abstract', 'success', 'question', 'warning', 'danger', 'example', 'quote'];
    const callouts = kinds.map((kind) => `<note-callout kind="${kind}"><p>Text.</p></note-callout>`).join('');
    const timeline = `<incident-timeline><ol><li data-event="started"><time>18:02</time> Start.</li>
      <li data-event="detected"><time>18:08</time> Alert.</li><li data-event="resolved"><time>20:06</time> End.</li></ol>`;
    const frame = await openFrame(
      {
        markup: `<!doctype html><html lang="de"><link rel="stylesheet" href="/dist/deepdive.css"><body style="margin: 0">
        <case-study><h1>Page</h1>${facts}${callouts}${timeline}</incident-timeline>
        <pattern-card tier="gold"><h3>Queue</h3></pattern-card><p id="end">End.</p></case-study>`,
      },
      { width: 360 },
    );
    const page = frame.contentDocument!;
    const top = () => page.getElementById('end')!.getBoundingClientRect().top;
    const before = top();
    page.head.append(Object.assign(page.createElement('script'), { type: 'module', src: '/dist/cdn/deepdive.js' }));
    await waitUntil(() => /^99,99/.test(said(page)[0]!) && page.querySelector('[data-words=Gold]'));
    expect(top()).to.be.closeTo(before, 0.5);
  });
});
