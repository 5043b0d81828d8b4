import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import 'deepdive-elements/deepdive.guarded.css';
import { onMounted } from 'vue';

export default {
  extends: DefaultTheme,
  setup() {
    // Once Vue has taken over the page that was sent: by then it has set properties, and listens.
    onMounted(() => import('deepdive-elements'));
  },
} satisfies Theme;
