import { define } from '../../internal/define.js';
import { CompareTable } from './compare-table.js';

define('compare-table', CompareTable);

declare global {
  interface HTMLElementTagNameMap {
    'compare-table': CompareTable;
  }
}
