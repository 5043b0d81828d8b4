import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';

interface Report {
  complaints: string[];
  upgraded: string[];
  drawn: boolean[];
}

const site = async (): Promise<{ origin: string; canDraw: boolean }> => (await fetch('/static-site.json')).json();

async function reportOf(path: string): Promise<Report> {
  const { origin } = await site();
  const told = new Promise<MessageEvent>((resolve) => {
    addEventListener('message', resolve, { once: true });
  });
  await openFrame({ url: `${origin}${path}` });
  return (await told).data;
}

describe('under a content security policy', () => {
  for (const path of ['/strict.html', '/unlinked.html']) {
    it(`as strict as can be, no element does what is refused (${path})`, async function () {
      // Why some cannot: see `canDraw` in web-test-runner.config.mjs.
      if (!(await site()).canDraw) this.skip();
      // It is drawn when it is asked for.
      this.timeout(60_000);
      const { complaints, upgraded, drawn } = await reportOf(path);
      const { tags } = await (await fetch('/served-pages.json')).json();
      expect(upgraded).to.include.members(tags);
      expect(drawn.every(Boolean)).to.equal(true);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('that lets Mermaid style what it draws, diagrams are drawn without a violation, Trusted Types or not', async function () {
    this.timeout(60_000);
    const { complaints, drawn } = await reportOf('/live.html');
    expect(drawn).to.deep.equal([true, true, true, true, true, true]);
    // Nothing but the warning of the one that names addresses.
    expect(complaints.length).to.equal(1);
    expect(complaints[0]).to.match(/^<architecture-diagram> leaves out what a browser would fetch: /);
  });
});
