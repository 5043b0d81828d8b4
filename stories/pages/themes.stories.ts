import type { Meta, StoryObj } from '@storybook/web-components-vite';
import contrast from '../../src/themes/contrast.css?raw';
import paper from '../../src/themes/paper.css?raw';
import slate from '../../src/themes/slate.css?raw';
import template from '../starter/index.html?raw';

const meta: Meta = {
  title: 'Pages/Themes',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

/** The whole page, and beside it the theme, which goes when the story goes. */
const pageIn = (theme: string): StoryObj => ({
  render: () => {
    const page = new DOMParser().parseFromString(template, 'text/html').querySelector('case-study');
    if (!page) throw new Error('stories/starter/index.html holds no <case-study>.');
    const story = document.createElement('div');
    story.append(
      Object.assign(document.createElement('style'), { textContent: theme }),
      document.importNode(page, true),
    );
    return story;
  },
});

export const Paper = pageIn(paper);
export const Slate = pageIn(slate);
export const Contrast = pageIn(contrast);
