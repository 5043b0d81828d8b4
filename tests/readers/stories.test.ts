import { expect, nextFrame } from '@open-wc/testing';
import { render } from 'lit';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/define.js';
import { accessibilityProblems, contrastProblems, linkStylesheet, settled, waitUntil } from '../helpers.js';

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
    it(meta.title, async function () {
      this.timeout(120_000);
      const { warn } = console;
      console.warn = () => {}; // stories of bad input warn, as they should
      try {
        const places = Object.entries(stories as Record<string, Story>).map(([key, story]) => {
          const place = document.createElement('div');
          place.dataset['story'] = story.name ?? key;
          render((story.render ?? meta.render)!({ ...meta.args, ...story.args }), place);
          return place;
        });
        // What is drawn only once it is near, and landmarks of a page, have a page of their own.
        const isAlone = (place: Element) => place.querySelector('architecture-diagram, page-outline');
        const pages = [places.filter((place) => !isAlone(place)), ...places.filter(isAlone).map((place) => [place])];
        for (const page of pages) await judge(page);
      } finally {
        console.warn = warn;
      }
    });
  }
});

/** Asks axe about stories that are on one page. */
async function judge(stories: Element[]): Promise<void> {
  const stage = document.createElement('main');
  const { style } = document.documentElement;
  style.background = 'var(--dd-paper)';
  stage.append(...stories);
  document.body.append(stage);
  try {
    await settled(stage);
    // What has been resized is told after the frame.
    await nextFrame();
    const diagrams = [...stage.querySelectorAll('architecture-diagram')].filter((diagram) =>
      diagram.querySelector('pre')?.textContent?.trim(),
    );
    const isDone = (diagram: Element) => diagram.matches(':state(drawn), :state(failed)');
    const seen = diagrams.filter((diagram) => diagram.checkVisibility() && diagram.getBoundingClientRect().top < 1000);
    await waitUntil(() => seen.every(isDone), 'the diagrams', { timeout: 30_000 });
    style.colorScheme = 'light';
    expect(await accessibilityProblems(stage), 'light').to.deep.equal([]);
    style.colorScheme = 'dark';
    expect(await contrastProblems(stage), 'dark').to.deep.equal([]);
  } finally {
    style.cssText = '';
    stage.remove();
  }
}
