import { define } from '../../internal/define.js';
import { InnovationList } from './innovation-list.js';

define('innovation-list', InnovationList);

declare global {
  interface HTMLElementTagNameMap {
    'innovation-list': InnovationList;
  }
}
