import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { itKeepsThePromises } from '../contract.js';

// The promises hold from before the drawing on, which arrives in its own time: here it never does.
ArchitectureDiagram.loadMermaid = () => new Promise(() => {});

itKeepsThePromises(`<architecture-diagram><pre>graph LR
  CDN --&gt; LB</pre><figcaption>Requests enter at the edge.</figcaption></architecture-diagram>`);
