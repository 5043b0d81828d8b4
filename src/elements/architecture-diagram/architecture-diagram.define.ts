import { define } from '../../internal/define.js';
import { ArchitectureDiagram } from './architecture-diagram.js';

define('architecture-diagram', ArchitectureDiagram);

declare global {
  interface HTMLElementTagNameMap {
    'architecture-diagram': ArchitectureDiagram;
  }
}
