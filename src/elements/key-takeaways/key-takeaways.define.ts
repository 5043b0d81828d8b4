import { define } from '../../internal/define.js';
import { KeyTakeaways } from './key-takeaways.js';

define('key-takeaways', KeyTakeaways);

declare global {
  interface HTMLElementTagNameMap {
    'key-takeaways': KeyTakeaways;
  }
}
