import { expect } from '@open-wc/testing';
import { repaired } from '../../src/diagrams/repair.js';

describe('repairing a flowchart', () => {
  for (const [line, better] of [
    ['A[Hot (1%)]', 'A["Hot (1%)"]'],
    ['A[GET /orders/{id}]', 'A["GET /orders/{id}"]'],
    ['A[/metrics]', 'A["/metrics"]'],
    ['A -->|reads| B[key: VARCHAR(8) PK]', 'A -->|reads| B["key: VARCHAR(8) PK"]'],
    ['A[p50: [X]ms] --> B[p99: [Y]ms]', 'A["p50: [X]ms"] --> B["p99: [Y]ms"]'],
    ['A[say "hello"]', 'A["say #quot;hello#quot;"]'],
    ['A(call f(x)) --> B{x > 1}', 'A("call f(x)") --> B{"x > 1"}'],
    ['A[(orders (1))]', 'A[("orders (1)")]'],
    // Sound already.
    ['A["Hot (1%)"] --> B', 'A["Hot (1%)"] --> B'],
    ['A[Plain words] --> B((round))', 'A[Plain words] --> B((round))'],
    ['A[/leaning/]', 'A[/leaning/]'],
    ['A --> B & C', 'A --> B & C'],
    ['A["(a)"]:::danger --> B', 'A["(a)"]:::danger --> B'],
    ['%% a comment (with brackets)', '%% a comment (with brackets)'],
    ['style A fill:rgb(1,2,3)', 'style A fill:rgb(1,2,3)'],
    ['click A href "https://example.com/(a)"', 'click A href "https://example.com/(a)"'],
  ] as const) {
    it(`makes ${better} of ${line}`, () => expect(repaired(`graph LR\n  ${line}`)).to.equal(`graph LR\n  ${better}`));
  }

  it('leaves other kinds alone', () => {
    const source = 'sequenceDiagram\n  A->>B: f(x) [1]';
    expect(repaired(source)).to.equal(source);
  });

  it('leaves a line alone that is no line any more', () => {
    const source = `graph LR\n  A[${'('.repeat(20_000)}]`;
    expect(repaired(source)).to.equal(source);
  });
});
