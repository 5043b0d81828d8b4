import type { Meta, StoryObj } from '@storybook/web-components-vite';
import source from './facebook-outage-2021.html?raw';

const meta: Meta = {
  title: 'Pages/Large incident: Facebook, 4 October 2021',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

export const FacebookOutage2021: StoryObj = {
  name: 'Large incident: Facebook, 4 October 2021',
  render: () => {
    const page = new DOMParser().parseFromString(source, 'text/html').querySelector('case-study');
    if (!page) throw new Error('facebook-outage-2021.html holds no <case-study>.');
    return document.importNode(page, true);
  },
};
