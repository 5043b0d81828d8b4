import type { Meta, StoryObj } from '@storybook/web-components-vite';
import discord from './discord.html?raw';

const meta: Meta = {
  title: 'Pages/High-traffic product: Discord',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

export const Discord: StoryObj = {
  render: () => {
    const page = new DOMParser().parseFromString(discord, 'text/html').querySelector('case-study');
    if (!page) throw new Error('discord.html holds no <case-study>.');
    return document.importNode(page, true);
  },
};
