import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../src/define.js';
import { accessibilityProblems, contrastProblems, linkStylesheet, settled } from './helpers.js';
import { engine } from './hostile/page.js';

interface Story {
  name?: string;
  args?: object;
  render?: (args: object) => unknown;
}
interface StoryFile extends Record<string, unknown> {
  default: Story & { title: string };
}

// The test runner lists the story files; see web-test-runner.config.mjs.
const { files } = (await import('/story-files.js' as string)) as { files: Record<string, StoryFile> };

describe('every story is accessible', () => {
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });

  it('and there are stories', () => {
    expect(Object.keys(files).length).to.be.above(9);
  });

  for (const { default: meta, ...stories } of Object.values(files)) {
    for (const [key, story] of Object.entries(stories) as [string, Story][]) {
      it(`${meta.title}: ${story.name ?? key}`, async function () {
        this.timeout(60_000);
        const stage = document.createElement('main');
        document.documentElement.style.background = 'var(--dd-paper)';
        document.body.append(stage);
        const { warn } = console;
        console.warn = () => {}; // stories of bad input warn, as they should
        try {
          render((story.render ?? meta.render)!({ ...meta.args, ...story.args }), stage);
          await settled(stage);
          // What has been resized is told after the frame.
          await nextFrame();
          const diagrams = [...stage.querySelectorAll('architecture-diagram')].filter((diagram) =>
            diagram.querySelector('pre')?.textContent?.trim(),
          );
          const isDone = (diagram: Element) => diagram.matches(':state(drawn), :state(failed)');
          const seen = diagrams.filter(
            (diagram) => diagram.checkVisibility() && diagram.getBoundingClientRect().top < 1000,
          );
          await waitUntil(() => seen.every(isDone), 'the diagrams', { timeout: 30_000 });
          // axe reads the tree and its styles, in which the engines are alike: Chromium, where it is quickest, judges every
          // story, and the others the pages, in which everything is.
          if (engine !== 'Chromium' && !meta.title.startsWith('Pages/')) return;
          document.documentElement.style.colorScheme = 'light';
          expect(await accessibilityProblems(stage), 'light').to.deep.equal([]);
          document.documentElement.style.colorScheme = 'dark';
          expect(await contrastProblems(stage), 'dark').to.deep.equal([]);
        } finally {
          console.warn = warn;
          document.documentElement.style.cssText = '';
          stage.remove();
        }
      });
    }
  }
});
