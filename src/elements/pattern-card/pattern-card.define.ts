import { define } from '../../internal/define.js';
import { PatternCard } from './pattern-card.js';

define('pattern-card', PatternCard);

declare global {
  interface HTMLElementTagNameMap {
    'pattern-card': PatternCard;
  }
}
