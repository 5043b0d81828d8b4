import { define } from '../../internal/define.js';
import { DiagramRef } from './diagram-ref.js';

define('diagram-ref', DiagramRef);

declare global {
  interface HTMLElementTagNameMap {
    'diagram-ref': DiagramRef;
  }
}
