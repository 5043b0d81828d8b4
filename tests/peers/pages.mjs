/**
 * The pages that `npm run bench:peers` compares: the same words in the same blocks, written for each library. Where a
 * library has no counterpart, its page has plain HTML.
 */

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');
const join = (items, make) => items.map(make).join('');

// Words

const sentences = [
  'The ledger takes eighteen thousand orders a second on an ordinary evening and three times as many on the last Friday in November.',
  'Each order belongs to one buyer, so the buyer decides which shard it lives on.',
  'A write is acknowledged once two of three replicas have it on disk; the third may be minutes behind.',
  'Nobody noticed for a year that the <strong>busiest shard</strong> also held the largest merchant.',
  'Reads for the order page come from a cache that the stream of changes fills, and never from the ledger itself.',
  'The team chose boring parts on purpose: a log, a key-value store, and <em>one</em> service that knows the rules.',
  'When a region goes dark, the other takes its traffic within forty seconds, and the queue of payments absorbs the rest.',
  'Every message carries an <a href="#ledger">idempotency key</a>, because every message arrives twice sooner or later.',
  'Capacity is planned from the ninety-ninth percentile of the worst hour, not from the average of a good week.',
  'What looked like a slow database was a retry storm: each timeout made three requests out of one.',
  'Migrations run against a copy of the busiest shard first, under recorded traffic, with <code>lock_timeout</code> set.',
];
const paragraph = (n) => `<p>${join([0, 3, 5, 8], (step) => `${sentences[(n + step) % sentences.length]} `)}</p>\n`;

const facts = [
  ['Scale', '42 M users'],
  ['Throughput', '18,000 orders/s'],
  ['Availability', '99.98%'],
  ['Team', '9 engineers'],
];
const cards = [
  ['Problem space', 'Orders must never be lost, even while a whole region is away.'],
  ['Constraints', 'Two data-residency zones, and a budget that grows slower than traffic.'],
  ['Success', 'A buyer sees the order within a second of paying for it.'],
];
const incident = [
  ['What happened', 'A schema change locked the busiest shard for eleven minutes.'],
  ['Root cause', 'An index was missing, and nothing stopped the migration.'],
  ['Impact', 'One order in nine failed at the last step.'],
  ['Lessons', 'Rehearse migrations on recorded traffic.'],
];
const takeaways = [
  ['When to apply', 'Writes are split by one key.'],
  ['When to avoid', 'Transactions cross that key.'],
  ['Cost considerations', 'Three copies of everything.'],
  ['Team requirements', 'Two people who know the log.'],
];
const tabs = [
  ['Go', 'A goroutine for each connection, and one writer for each shard.'],
  ['Rust', 'A task for each connection, and a channel in front of each shard.'],
  ['Java', 'A virtual thread for each connection, and a lock for each shard.'],
];
const laws = `<table><caption>The laws at work</caption>
<thead><tr><th>Law</th><th>Challenge</th><th>Solution</th><th>Trade-off</th></tr></thead><tbody>
<tr><td>Correlated failure</td><td>One bad deploy reaches both regions</td><td>Regions deploy a day apart</td><td>Fixes take two days</td></tr>
<tr><td>Asynchronous reality</td><td>A region cannot tell slow from gone</td><td>Leases of ten seconds</td><td>Ten seconds without writes</td></tr>
<tr><td>Economic reality</td><td>Half of the replicas idle at night</td><td>Smaller machines at night</td><td>Slow mornings</td></tr>
</tbody></table>`;
const explanations = [
  ['Correlated failure', 'Parts that share a cause fail together.'],
  ['Economic reality', 'Somebody pays for every copy.'],
];
const pattern = 'Stops one failure from spreading to those who wait for it.';
const date = '<time datetime="2024-03-14">14 March 2024</time>';
const plainTable = `<table><thead><tr><th>Stage</th><th>Budget</th><th>Measured</th></tr></thead><tbody>
<tr><td>Edge</td><td>20 ms</td><td>12 ms</td></tr><tr><td>Rules</td><td>30 ms</td><td>31 ms</td></tr>
<tr><td>Ledger</td><td>50 ms</td><td>44 ms</td></tr></tbody></table>\n`;
const plainList = `<ul>${join(takeaways, ([, text]) => `<li>${text}</li>`)}</ul>\n`;

const definitions = (rows) => `<dl>${join(rows, ([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`;
const numbered = (rows) => `<ol>${join(rows, ([term, text]) => `<li><strong>${term}</strong>: ${text}</li>`)}</ol>`;

// Blocks: a function of its number for each kind

const ours = {
  'quick-facts': (n) => `<quick-facts><h3>Quick facts ${n}</h3>${definitions(facts)}</quick-facts>`,
  'stat-card': (n) =>
    `<stat-card target="300" better="lower"><h3>P99 latency ${n}</h3><data value="210">210 <small>ms</small></data></stat-card>`,
  'card-grid': () =>
    `<card-grid>${join(cards, ([title, text]) => `<info-card><h3>${title}</h3><p>${text}</p></info-card>`)}</card-grid>`,
  'info-card': (n) => `<info-card><h3>Problem space ${n}</h3><p>${cards[0][1]}</p></info-card>`,
  'pattern-card': (n) =>
    `<pattern-card tier="gold"><h3><a href="#pattern-${n}">Circuit breaker</a></h3><p>${pattern}</p></pattern-card>`,
  'note-callout': (n) =>
    `<note-callout kind="tip"><h4>Key design decision ${n}</h4><p>${sentences[1]}</p></note-callout>`,
  'incident-callout': () =>
    `<incident-callout severity="sev1"><h3>Checkout outage: ${date}</h3>${definitions(incident)}</incident-callout>`,
  'law-table': () =>
    `<law-table>${laws}<details><summary>The laws</summary>${definitions(explanations)}</details></law-table>`,
  'key-takeaways': (n) => `<key-takeaways><h3>Takeaways ${n}</h3>${numbered(takeaways)}</key-takeaways>`,
  'content-tabs': () =>
    `<content-tabs>${join(tabs, ([title, text]) => `<section><h4>${title}</h4><p>${text}</p></section>`)}</content-tabs>`,
};

/** The same blocks made of a library's parts. */
const blocksOf = ({ card, badge, callout, details, tabs: tabGroup, meter, pairs = definitions, list = numbered }) => ({
  'quick-facts': (n) => card(`Quick facts ${n}`, pairs(facts)),
  'stat-card': (n) => card(`P99 latency ${n}`, `<p><strong>210</strong> ms</p>${meter(210, 300)}`),
  'card-grid': () => `<div class="grid">${join(cards, ([title, text]) => card(title, `<p>${text}</p>`))}</div>`,
  'info-card': (n) => card(`Problem space ${n}`, `<p>${cards[0][1]}</p>`),
  'pattern-card': (n) => card(`<a href="#pattern-${n}">Circuit breaker</a>`, `${badge('Gold')}<p>${pattern}</p>`),
  'note-callout': (n) => callout('tip', `<h4>Key design decision ${n}</h4><p>${sentences[1]}</p>`),
  'incident-callout': () =>
    callout('incident', `${badge('SEV1')}<h3>Checkout outage: ${date}</h3>${definitions(incident)}`),
  'law-table': () => `${laws}${details('The laws', definitions(explanations))}`,
  'key-takeaways': (n) => card(`Takeaways ${n}`, list(takeaways)),
  'content-tabs': (n) => tabGroup(n),
});

const plainParts = {
  card: (title, body) => `<section class="card"><h3>${title}</h3>${body}</section>`,
  badge: (word) => `<small class="badge">${word}</small>`,
  callout: (kind, body) => `<aside class="${kind}">${body}</aside>`,
  details: (summary, body) => `<details><summary>${summary}</summary>${body}</details>`,
  meter: (value, max) => `<meter value="${value}" max="${max}">${value}</meter>`,
  tabs: () => join(tabs, ([title, text]) => `<section><h4>${title}</h4><p>${text}</p></section>`),
};

const materialList = (rows) =>
  `<md-list>${join(
    rows,
    ([term, text]) =>
      `<md-list-item><div slot="headline">${term}</div><div slot="supporting-text">${text}</div></md-list-item>`,
  )}</md-list>`;
const material = {
  ...plainParts,
  card: (title, body) => `<md-outlined-card><h3>${title}</h3>${body}</md-outlined-card>`,
  badge: (word) => `<md-assist-chip label="${word}"></md-assist-chip>`,
  meter: (value, max) =>
    `<md-linear-progress value="${value}" max="${max}" aria-label="Of ${max}"></md-linear-progress>`,
  pairs: materialList,
  list: materialList,
  tabs: (n) =>
    `<md-tabs>${join(tabs, ([title], tab) => `<md-primary-tab id="tab-${n}-${tab}" aria-controls="panel-${n}-${tab}">${title}</md-primary-tab>`)}</md-tabs>
    ${join(tabs, ([, text], tab) => `<div role="tabpanel" id="panel-${n}-${tab}" aria-labelledby="tab-${n}-${tab}"${tab ? ' hidden' : ''}><p>${text}</p></div>`)}`,
};

/** Shoelace and its successor differ by a prefix and by what a callout is called. */
const shoelaceWith = (prefix, callout) => ({
  callout: (kind, body) => callout(kind === 'incident' ? 'danger' : 'success', body),
  card: (title, body) => `<${prefix}-card><h3 slot="header">${title}</h3>${body}</${prefix}-card>`,
  badge: (word) => `<${prefix}-badge>${word}</${prefix}-badge>`,
  details: (summary, body) => `<${prefix}-details summary="${summary}">${body}</${prefix}-details>`,
  meter: (value, max) =>
    `<${prefix}-progress-bar value="${(value / max) * 100}" label="Of ${max}"></${prefix}-progress-bar>`,
  tabs: () =>
    `<${prefix}-tab-group>${join(tabs, ([title], tab) => `<${prefix}-tab slot="nav" panel="${tab}">${title}</${prefix}-tab>`)}
    ${join(tabs, ([, text], tab) => `<${prefix}-tab-panel name="${tab}"><p>${text}</p></${prefix}-tab-panel>`)}</${prefix}-tab-group>`,
});

/** Our rules as a bundler ships them: what elements share, and each one's own. */
const ourSheets = ['base', ...Object.keys(ours)].map((name) => `dist/styles/${name}.css`);

const imports = (names, pathOf) => join(names.split(' '), (name) => `import '${pathOf(name)}';\n`);

/** For each page its blocks, what its script imports, and its style sheet or sheets. */
export const libraries = {
  plain: { blocks: blocksOf(plainParts), script: '', sheet: 'tests/peers/plain.css' },
  ours: {
    blocks: ours,
    script: imports(Object.keys(ours).join(' '), (tag) => `./dist/elements/${tag}/${tag}.define.js`),
    sheet: ourSheets,
  },
  'Material Web': {
    blocks: blocksOf(material),
    script: imports(
      'labs/card/outlined-card chips/assist-chip list/list list/list-item progress/linear-progress tabs/primary-tab tabs/tabs',
      (path) => `@material/web/${path}.js`,
    ),
    sheet: 'tests/peers/material.css',
  },
  Shoelace: {
    blocks: blocksOf(shoelaceWith('sl', (variant, body) => `<sl-alert open variant="${variant}">${body}</sl-alert>`)),
    script: imports(
      'alert badge card details progress-bar tab tab-group tab-panel',
      (name) => `@shoelace-style/shoelace/dist/components/${name}/${name}.js`,
    ),
    sheet: 'tests/peers/shoelace.css',
  },
  'Web Awesome': {
    blocks: blocksOf(shoelaceWith('wa', (variant, body) => `<wa-callout variant="${variant}">${body}</wa-callout>`)),
    script: imports(
      'badge callout card details progress-bar tab tab-group tab-panel',
      (name) => `@awesome.me/webawesome/dist/components/${name}/${name}.js`,
    ),
    sheet: 'tests/peers/web-awesome.css',
  },
};

// Pages

const page = (hasScript, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Order ledger</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { max-width: 46rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem / 1.6 system-ui, sans-serif }
table { border-collapse: collapse } th, td { padding: 4px 12px; border-bottom: 1px solid #ccc; text-align: start }</style>
<link rel="stylesheet" href="/style.css">
${hasScript ? '<script type="module" src="/script.js"></script>' : ''}
</head><body>${body}</body></html>`;

/** A writeup: ten sections of prose, each with one kind of block; plain tables and lists in some. */
export function writeup({ blocks, script }) {
  const section = ([kind, block], n) =>
    `<h2>${n + 1}. ${kind.replace('-', ' ')}</h2>\n${paragraph(2 * n)}${block(n)}\n${paragraph(2 * n + 1)}` +
    (n % 5 === 1 ? plainTable + paragraph(n) : '') +
    (n % 5 === 3 ? plainList + paragraph(n) : '');
  return page(script, `<h1 id="ledger">Order ledger</h1>\n${paragraph(4)}${join(Object.entries(blocks), section)}`);
}

/** So many blocks, of one kind or of all in turn, with a short paragraph before each. */
export function series({ blocks, script }, count, kind) {
  const kinds = kind ? [blocks[kind]] : Object.values(blocks);
  return page(
    script,
    times(count, (n) => `<p>${sentences[n % sentences.length]}</p>\n${kinds[n % kinds.length](n)}\n`),
  );
}
