import type { Meta, StoryObj } from '@storybook/web-components-vite';
import dynamodb from './dynamodb.html?raw';

const meta: Meta = {
  title: 'Pages/Data store: Amazon DynamoDB',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

export const DynamoDB: StoryObj = {
  render: () => {
    const page = new DOMParser().parseFromString(dynamodb, 'text/html').querySelector('case-study');
    if (!page) throw new Error('dynamodb.html holds no <case-study>.');
    return document.importNode(page, true);
  },
};
