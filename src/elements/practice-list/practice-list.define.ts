import { define } from '../../internal/define.js';
import { PracticeList } from './practice-list.js';

define('practice-list', PracticeList);

declare global {
  interface HTMLElementTagNameMap {
    'practice-list': PracticeList;
  }
}
