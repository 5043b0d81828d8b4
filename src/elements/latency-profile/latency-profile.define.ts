import { define } from '../../internal/define.js';
import { LatencyProfile } from './latency-profile.js';

define('latency-profile', LatencyProfile);

declare global {
  interface HTMLElementTagNameMap {
    'latency-profile': LatencyProfile;
  }
}
