import { define } from '../../internal/define.js';
import { DecisionList } from './decision-list.js';

define('decision-list', DecisionList);

declare global {
  interface HTMLElementTagNameMap {
    'decision-list': DecisionList;
  }
}
