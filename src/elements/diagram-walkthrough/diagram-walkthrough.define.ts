import { define } from '../../internal/define.js';
import { DiagramWalkthrough } from './diagram-walkthrough.js';

define('diagram-walkthrough', DiagramWalkthrough);

declare global {
  interface HTMLElementTagNameMap {
    'diagram-walkthrough': DiagramWalkthrough;
  }
}
