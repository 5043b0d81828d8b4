import { define } from '../../internal/define.js';
import { RolloutPath } from './rollout-path.js';

define('rollout-path', RolloutPath);

declare global {
  interface HTMLElementTagNameMap {
    'rollout-path': RolloutPath;
  }
}
