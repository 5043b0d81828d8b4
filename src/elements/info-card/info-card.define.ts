import { define } from '../../internal/define.js';
import { InfoCard } from './info-card.js';

define('info-card', InfoCard);

declare global {
  interface HTMLElementTagNameMap {
    'info-card': InfoCard;
  }
}
