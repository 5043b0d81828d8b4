import { define } from '../../internal/define.js';
import { ContentTabs } from './content-tabs.js';

define('content-tabs', ContentTabs);

declare global {
  interface HTMLElementTagNameMap {
    'content-tabs': ContentTabs;
  }
}
