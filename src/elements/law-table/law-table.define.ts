import { define } from '../../internal/define.js';
import { LawTable } from './law-table.js';

define('law-table', LawTable);

declare global {
  interface HTMLElementTagNameMap {
    'law-table': LawTable;
  }
}
