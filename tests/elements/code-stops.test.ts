import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import { linkStylesheet, place, settled, waitUntil } from '../helpers.js';
import { Ledger } from '../ledger.js';

/** As `deepdive build` writes code. */
const code = (text: string, attributes = 'tabindex="0" data-tab-stop') =>
  `<pre ${attributes}><code>${text}</code></pre>`;
const long = 'const order = ledger.append('.repeat(20);
const short = 'a = 1';

describe('code of a built page', () => {
  before(linkStylesheet);

  async function open(content: string, { width = 600, dir = 'ltr' } = {}) {
    const holder = await place(
      `<div dir="${dir}" style="width: ${width}px"><button>Before</button><case-study>${content}</case-study><button>After</button></div>`,
    );
    const study = holder.querySelector('case-study')!;
    const all = [...holder.querySelectorAll('pre')];
    const [before, after] = holder.querySelectorAll<HTMLElement>(':scope > button');
    const stops = () => all.map((pre) => pre.tabIndex === 0);
    /** What the Tab key stops at, from the button before the page to the one behind it. */
    const visited = async () => {
      before!.focus();
      const found = [];
      for (let presses = 0; presses < 20; presses++) {
        await sendKeys({ press: 'Tab' });
        const { activeElement } = document;
        if (activeElement === after || activeElement === document.body) break;
        found.push(all.indexOf(activeElement as HTMLPreElement));
      }
      return found;
    };
    return { holder, study, all, after: after!, stops, visited };
  }
  /** What has been measured by the next frame is known; there is nothing to wait for where nothing is to change. */
  const measured = async () => {
    for (let frames = 0; frames < 3; frames++) await nextFrame();
  };
  const become = (stops: () => boolean[], wanted: boolean[]) =>
    waitUntil(() => String(stops()) === String(wanted), `stops: ${wanted}`);

  for (const dir of ['ltr', 'rtl']) {
    it(`is a stop of the Tab key where it scrolls, and there alone: ${dir}`, async () => {
      const { stops, visited } = await open(code(short) + code(long) + code(short), { dir });
      await become(stops, [false, true, false]);
      expect(await visited()).to.deep.equal([1]);
    });
  }

  it('follows the width of the page', async () => {
    const { holder, stops } = await open(code('const order = ledger.append(entry);'));
    await become(stops, [false]);
    holder.style.width = '150px';
    await become(stops, [true]);
    holder.style.width = '600px';
    await become(stops, [false]);
  });

  it('follows its text and its fonts, in a box of the same size', async () => {
    const { all, stops } = await open(code(short) + code('const order = ledger.append(entry, key);'));
    await become(stops, [false, false]);
    all[0]!.firstElementChild!.textContent = long;
    await become(stops, [true, false]);
    all[1]!.style.letterSpacing = '1em';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    await become(stops, [true, true]);
  });

  it('is one as soon as a letter is out of sight', async () => {
    const { holder, all, stops } = await open(code('const order = ledger.append(entry);'));
    const [pre] = all;
    const range = document.createRange();
    range.selectNodeContents(pre!);
    const cut = () => Math.round(range.getBoundingClientRect().right - pre!.getBoundingClientRect().right);
    const cutBy = (pixels: number) => {
      holder.style.width = `${holder.offsetWidth + cut() - pixels}px`;
      expect(cut()).to.be.closeTo(pixels, 2);
    };
    // Only the padding is: it scrolls, and shows nothing more.
    cutBy(-6);
    await become(stops, [false]);
    await measured();
    expect(stops()).to.deep.equal([false]);
    cutBy(6);
    await become(stops, [true]);
  });

  it('is one where it scrolls down', async () => {
    const { all, stops } = await open(code(`${short}\n`.repeat(9)));
    await become(stops, [false]);
    all[0]!.style.maxHeight = '60px';
    await become(stops, [true]);
  });

  it('is none where the page lets it run out of its box', async () => {
    const { all, stops } = await open(code(long));
    await become(stops, [true]);
    all[0]!.style.cssText = 'overflow: visible; width: 200px';
    await become(stops, [false]);
  });

  it('keeps the stop that an author has written or written away', async () => {
    const { all } = await open(
      code(short, 'tabindex="0"') + code(long, '') + code(short, 'tabindex="-1" data-tab-stop') + code(short),
    );
    await become(() => [all.at(-1)!.tabIndex === 0], [false]);
    expect(all.map((pre) => pre.getAttribute('tabindex'))).to.deep.equal(['0', null, '-1', null]);
  });

  it('keeps the focus until the reader goes on', async () => {
    const { holder, all, after, stops } = await open(code('const order = ledger.append(entry);') + code(short), {
      width: 250,
    });
    await become(stops, [true, false]);
    all[0]!.focus();
    holder.style.width = '600px';
    await measured();
    expect(document.activeElement === all[0]).to.equal(true);
    after.focus();
    await become(stops, [false, false]);
  });

  it('is measured once it can be seen, in a closed disclosure and in a hidden tab', async () => {
    const { study, stops } = await open(
      `<details><summary>More</summary>${code(short)}${code(long)}</details>
      <content-tabs><section><h4>Go</h4><p>Words.</p></section><section><h4>Rust</h4>${code(short)}</section></content-tabs>`,
    );
    const [go, rust] = study.querySelectorAll('section');
    await become(stops, [false, false, false]);
    study.querySelector('details')!.open = true;
    study.querySelector('content-tabs')!.selected = 'Rust';
    await settled(study);
    await become(stops, [false, true, false]);
    // The section of a tab that holds nothing to stop at is a stop itself.
    await waitUntil(() => rust!.tabIndex === 0, 'the section');
    expect(go!.hasAttribute('tabindex')).to.equal(false);
  });

  it('is right again after a page has been morphed to what was built', async () => {
    const { all, stops } = await open(code(short) + code(long));
    await become(stops, [false, true]);
    for (const pre of all) pre.setAttribute('tabindex', '0');
    await become(stops, [false, true]);
  });

  it('is as it was built once the page is taken out, and measured again where it comes back', async () => {
    const { holder, study, all, stops, after } = await open(code(short) + code(long));
    await become(stops, [false, true]);
    study.remove();
    expect(all.map((pre) => pre.getAttribute('tabindex'))).to.deep.equal(['0', '0']);
    holder.insertBefore(study, after);
    await become(stops, [false, true]);
    // What was measured before it went must not be written after it has gone.
    all[0]!.style.width = '10px';
    study.remove();
    await measured();
    expect(all.map((pre) => pre.getAttribute('tabindex'))).to.deep.equal(['0', '0']);
  });

  it('is measured once for a page within a page', async () => {
    const { stops } = await open(`<case-study>${code(short)}${code(long)}</case-study>`);
    await become(stops, [false, true]);
  });

  it('leaves nothing behind when the page goes', async () => {
    const { holder, study, stops } = await open(code(short) + code(long));
    await become(stops, [false, true]);
    const ledger = new Ledger();
    try {
      const copy = study.cloneNode(true) as HTMLElement;
      for (let times = 0; times < 3; times++) {
        holder.append(copy);
        await settled(copy);
        await measured();
        expect(copy.querySelector('pre')!.hasAttribute('tabindex')).to.equal(false);
        copy.remove();
        await measured();
        expect(ledger.outliving(copy)).to.deep.equal([]);
      }
    } finally {
      ledger.close();
    }
  });
});
