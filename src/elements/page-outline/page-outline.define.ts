import { define } from '../../internal/define.js';
import { PageOutline } from './page-outline.js';

define('page-outline', PageOutline);

declare global {
  interface HTMLElementTagNameMap {
    'page-outline': PageOutline;
  }
}
