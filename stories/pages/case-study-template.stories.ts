import type { Meta, StoryObj } from '@storybook/web-components-vite';
import template from '../starter/index.html?raw';

const meta: Meta = {
  title: 'Pages/Case study template',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

export const Template: StoryObj = {
  render: () => {
    const page = new DOMParser().parseFromString(template, 'text/html').querySelector('case-study');
    if (!page) throw new Error('stories/starter/index.html holds no <case-study>.');
    return document.importNode(page, true);
  },
};
