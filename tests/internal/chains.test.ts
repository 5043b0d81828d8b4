import { expect } from '@open-wc/testing';
import { parseArrows, parseChain, type Stage } from '../../src/internal/chains.js';

describe('parseChain', () => {
  const chain = (...lines: string[]) => ['graph LR', ...lines].join('\n');
  const named = (...names: string[]): Stage[] => names.map((name) => ({ name }));

  const scaling: [string, string][] = [
    ['1K Users', ''],
    ['10K Users', 'Vertical Scaling'],
    ['100K Users', 'Add Caching'],
    ['1M Users', 'Horizontal Scaling'],
    ['10M Users', 'Sharding'],
    ['100M Users', 'Multi-Region'],
  ];
  const read: [string, string, Stage[]][] = [
    [
      'the scaling strategy of the template',
      `graph LR
 A[1K Users] -->|Vertical Scaling| B[10K Users]
 B -->|Add Caching| C[100K Users]
 C -->|Horizontal Scaling| D[1M Users]
 D -->|Sharding| E[10M Users]
 E -->|Multi-Region| F[100M Users]`,
      scaling.map(([name, via]) => ({ name, ...(via && { via }) })),
    ],
    [
      'a chain with a note at each stage, in other colours',
      chain(
        'A[1K Users] -->|Cache| B[10K Users]',
        'A -.-> A1[One machine<br/>and a backup]',
        'B -.-> B1[Two machines]',
        'style A fill:#e3f2fd',
        'classDef big fill:#fff',
        'class B big',
        'linkStyle 0 stroke:red',
      ),
      [
        { name: '1K Users', note: 'One machine, and a backup' },
        { name: '10K Users', via: 'Cache', note: 'Two machines' },
      ],
    ],
    [
      'a chain through groups',
      chain(
        'direction LR',
        'subgraph "Trigger"',
        'A[Root cause]',
        'end',
        'subgraph Spread',
        'B[Retries]',
        'end',
        'A --> B',
      ),
      named('Root cause', 'Retries'),
    ],
    [
      'a line of several arrows',
      chain('A[1K] --> B[10K] -->|Sharding| C[1M]'),
      [...named('1K', '10K'), { name: '1M', via: 'Sharding' }],
    ],
    ['arrows without spaces', chain('A-->B-->C'), named('A', 'B', 'C')],
    ['lines that end in semicolons', 'graph TD; A-->B; B-->C;', named('A', 'B', 'C')],
    ['lines out of order', chain('B --> C[Three]', 'A[One] --> B[Two]'), named('One', 'Two', 'Three')],
    ['names that come later', chain('A --> B', 'A[One]', 'B[Two]'), named('One', 'Two')],
    ['the word flowchart', 'flowchart TB\nA --> B', named('A', 'B')],
    ['comments and blank lines', '\n\n%%{init: {}}%%\n  graph LR\n\n%% first\nA --> B\n', named('A', 'B')],
    ['Windows line ends', 'graph LR\r\nA[1] --> B[2]\r\nB --> C[3]\r\n', named('1', '2', '3')],
    [
      'thick, long and plain lines',
      chain('A ==> B', 'B --- C', 'C ----> D', 'D ===> E'),
      named('A', 'B', 'C', 'D', 'E'),
    ],
    [
      'a label in the arrow',
      chain('A -- Multi-Region --> B', 'B -- "add caching" --> C'),
      [{ name: 'A' }, { name: 'B', via: 'Multi-Region' }, { name: 'C', via: 'add caching' }],
    ],
    [
      'a label after a space, or in quotes',
      chain('A --> |Cache| B', 'B -->|"Shard (1)"| C'),
      [{ name: 'A' }, { name: 'B', via: 'Cache' }, { name: 'C', via: 'Shard (1)' }],
    ],
    [
      'all shapes',
      chain('A("a") --> B{b}', 'B --> C[(c)]', 'C --> D((d))', 'D --> E{{e}}', 'E --> F>f]', 'F --> G[["g"]]'),
      named(...'abcdefg'),
    ],
    ['brackets in quotes', chain('A["1K users (EU)"] --> B["[all]"]'), named('1K users (EU)', '[all]')],
    ['classes on nodes', chain('A:::small --> B[Two]:::big', 'B --> C'), named('A', 'Two', 'C')],
    ['ids with hyphens', chain('one-user --> two-users'), named('one-user', 'two-users')],
  ];
  for (const [what, source, stages] of read) {
    it(`reads ${what}`, () => expect(parseChain(source)).to.deep.equal(stages));
  }

  const unread: [string, string][] = [
    ['nothing', ''],
    ['a graph of one node', chain('A')],
    ['a graph without nodes', chain()],
    ['another kind of diagram', 'sequenceDiagram\nA->>B: order'],
    ['a fork', chain('A --> B', 'A --> C')],
    ['a fork in a line', chain('A --> B & C')],
    ['a join', chain('A --> C', 'B --> C')],
    ['a circle', chain('A --> B', 'B --> C', 'C --> A')],
    ['a chain with a circle at its end', chain('A --> B', 'B --> C', 'C --> B')],
    ['two chains', chain('A --> B', 'C --> D')],
    ['an arrow both ways', chain('A --> B', 'B <--> C')],
    ['an arrow that ends otherwise', chain('A --> B', 'B --x C')],
    ['a label that Mermaid does not read either', chain('A[P50: [X]ms] --> B[P99: [Y]ms]', 'B --> C')],
    [
      'the first diagram of the template',
      'graph TB\nsubgraph "Edge"\nCDN[CDN]\nend\nCDN --> LB\nLB --> API\nLB --> WS',
    ],
  ];
  for (const [what, source] of unread) {
    it(`leaves ${what} unread`, () => expect(parseChain(source)).to.equal(undefined));
  }
});

describe('parseArrows', () => {
  const read: [string, string[]][] = [
    ['Canary → 1% → 10% → 50% → 100%', ['Canary', '1%', '10%', '50%', '100%']],
    ['Rollout Strategy: Canary → 1% → 10% → 50% → 100%', ['Canary', '1%', '10%', '50%', '100%']],
    ['Rollout: Canary → 1% → 10% → 100%, a day each', ['Canary', '1%', '10%', '100%']],
    ['Canary → 1% → 100% (a day each)', ['Canary', '1%', '100%']],
    ['Canary → 1% → 100%. Then the next one.', ['Canary', '1%', '100%']],
    ['We go slowly. Canary → 1%', ['Canary', '1%']],
    ['0.1% → 1% → 25.5 % of users', ['0.1%', '1%', '25.5 %']],
    ['internal → canary (1 h) → 100%', ['internal', 'canary (1 h)', '100%']],
    ['Canary -> 1% -> 100%', ['Canary', '1%', '100%']],
    ['Canary --> 1% => 100%', ['Canary', '1%', '100%']],
    ['a⟶b➔c➜d⇒e', ['a', 'b', 'c', 'd', 'e']],
    ['Canary →\n  1% →\n  100%', ['Canary', '1%', '100%']],
    ['pre-production → production', ['pre-production', 'production']],
  ];
  for (const [text, stages] of read) {
    it(`reads “${text}”`, () => expect(parseArrows(text)).to.deep.equal(stages));
  }

  for (const text of [
    '',
    'Canary, then 1%',
    '→ 1%',
    'Canary →',
    'a <- b',
    '1% – 10%',
    `${'very '.repeat(10)}long → b`,
    'The canary → 5% → 25% → 100% rollout took a day, and then we deployed',
    'Canary → 5% → 100% rollout',
    'Canary → 5% → 100%-ready builds',
    'Canary → 5% → 25 nodes, and so on',
    'We moved it from staging → production',
  ]) {
    it(`leaves “${text}” unread`, () => expect(parseArrows(text)).to.equal(undefined));
  }
});
