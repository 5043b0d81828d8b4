import { define } from '../../internal/define.js';
import { CardGrid } from './card-grid.js';

define('card-grid', CardGrid);

declare global {
  interface HTMLElementTagNameMap {
    'card-grid': CardGrid;
  }
}
