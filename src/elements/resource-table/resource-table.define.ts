import { define } from '../../internal/define.js';
import { ResourceTable } from './resource-table.js';

define('resource-table', ResourceTable);

declare global {
  interface HTMLElementTagNameMap {
    'resource-table': ResourceTable;
  }
}
