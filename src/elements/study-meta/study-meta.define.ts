import { define } from '../../internal/define.js';
import { StudyMeta } from './study-meta.js';

define('study-meta', StudyMeta);

declare global {
  interface HTMLElementTagNameMap {
    'study-meta': StudyMeta;
  }
}
