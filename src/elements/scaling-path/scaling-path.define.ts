import { define } from '../../internal/define.js';
import { ScalingPath } from './scaling-path.js';

define('scaling-path', ScalingPath);

declare global {
  interface HTMLElementTagNameMap {
    'scaling-path': ScalingPath;
  }
}
