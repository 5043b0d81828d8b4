import { define } from '../../internal/define.js';
import { QuickFacts } from './quick-facts.js';

define('quick-facts', QuickFacts);

declare global {
  interface HTMLElementTagNameMap {
    'quick-facts': QuickFacts;
  }
}
