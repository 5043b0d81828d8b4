import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import type { PropsWithChildren } from 'react';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';
import manifest from '../custom-elements.json';
import '../src/deepdive.guarded.css';
import '../src/define.ts';
import './preview.css';

interface Declaration {
  members?: { type?: { text: string } }[];
  attributes?: { type?: { text: string } }[];
  slots?: { name: string }[];
}

/** A union's type without the bars and the `undefined` around its choices, which Storybook would list as choices. */
const readable = <T extends { type?: { text: string } }>(item: T): T =>
  item.type ? { ...item, type: { text: item.type.text.replace(/^\s*\|\s*|\s*\|\s*undefined$/g, '') } } : item;

const modules: { declarations: Declaration[] }[] = manifest.modules;

setCustomElementsManifest({
  ...manifest,
  modules: modules.map((module) => ({
    ...module,
    declarations: module.declarations.map((declaration) => ({
      ...declaration,
      members: declaration.members?.map(readable),
      attributes: declaration.attributes?.map(readable),
      // Storybook lists a slot by its name, and the default one has none.
      slots: declaration.slots?.map((slot) => ({ ...slot, name: slot.name || 'default' })),
    })),
  })),
});

const schemes: Record<string, string> = { system: 'light dark', light: 'light', dark: 'dark' };
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
let theme = 'system';

// On the document and not in a decorator: a docs page may hold no story at all.
function followTheme({ globals }: { globals: Record<string, string | undefined> }): void {
  theme = globals['theme'] ?? 'system';
  document.documentElement.style.colorScheme = schemes[theme] ?? 'light dark';
}
addons.getChannel().on('setGlobals', followTheme);
addons.getChannel().on('globalsUpdated', followTheme);

/** The frame of a docs page, in the colours of the theme toolbar; drawn anew whenever the toolbar is used. */
function ThemedDocsContainer(props: PropsWithChildren<DocsContainerProps>) {
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  return DocsContainer({ ...props, theme: isDark ? themes.dark : themes.light });
}

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    options: {
      storySort: {
        order: [
          'Pages',
          [
            'Case study template',
            'Large incident: Facebook, 4 October 2021',
            'Data store: Amazon DynamoDB',
            'High-traffic product: Discord',
          ],
          'Docs',
          ['Start here', 'Writing with the elements', 'Diagrams', 'Theming', 'Embedding', 'Moving here', 'Editors'],
          'Frameworks',
          ['What was checked'],
          'Elements',
        ],
      },
    },
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { container: ThemedDocsContainer, toc: { headingSelector: 'h2, h3' } },
  },
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Theme',
        dynamicTitle: true,
        items: [
          { value: 'system', title: 'Follow system', icon: 'browser' },
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Text direction of the story',
      toolbar: {
        title: 'Direction',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right', icon: 'arrowrightalt' },
          { value: 'rtl', title: 'Right to left', icon: 'arrowleftalt' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'system', direction: 'ltr' },
  decorators: [
    (story, { canvasElement, globals }) => {
      canvasElement.dir = globals['direction'];
      return story();
    },
  ],
  argTypesEnhancers: [
    // Only attributes, and what a story asks for, can be set; slots, parts and custom properties are for reading.
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => {
          const isReadOnly = argType.table?.category !== 'attributes' && argType.control === undefined;
          return [name, isReadOnly ? { ...argType, control: false } : argType];
        }),
      ),
  ],
};

export default preview;
