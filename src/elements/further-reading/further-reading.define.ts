import { define } from '../../internal/define.js';
import { FurtherReading } from './further-reading.js';

define('further-reading', FurtherReading);

declare global {
  interface HTMLElementTagNameMap {
    'further-reading': FurtherReading;
  }
}
