import { addons } from 'storybook/manager-api';

// Most stories have no controls, so the panel that every story has is the one in front.
addons.setConfig({ selectedPanel: 'storybook/a11y/panel' });
