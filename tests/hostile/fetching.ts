/** Properties of CSS that take an address. */
const properties = [
  'background',
  'border-image',
  'clip-path',
  'content',
  'cursor',
  'fill',
  'filter',
  'list-style-image',
  'marker-start',
  'mask',
  'shape-outside',
  'stroke',
];

/** Ways to write an address into CSS. */
const ways: Record<string, (address: string) => string> = {
  url: (address) => `background:url(${address})`,
  'in quotes': (address) => `background:url('${address}')`,
  'in capitals': (address) => `background:URL(${address})`,
  'by an escape': (address) => `background:\\75 rl(${address})`,
  'by a longer escape': (address) => `background:u\\000072l(${address})`,
  'image-set': (address) => `background:image-set('${address}' 1x)`,
  '-webkit-image-set': (address) => `background:-webkit-image-set(url(${address}) 1x)`,
  'cross-fade': (address) => `background:-webkit-cross-fade(url(${address}),red,50%)`,
  'src()': (address) => `background:src('${address}')`,
  'a variable': (address) => `--a:url(${address}),background:var(--a)`,
  'in a rule of its own': (address) => `fill:red;}*{background:url(${address})`,
  // Mermaid takes out the semicolon of a state's class, and directives wherever they are.
  'with a semicolon': (address) => `background:ur;l(${address})`,
  'with a directive': (address) => `background:ur%%{init:{}}%%l(${address})`,
  'with a tag': (address) => `background:ur<x></x>l(${address})`,
  'with an entity': (address) => `background:#117;rl(${address})`,
};

/** Kinds of diagrams in which an author may set styles. */
const styled: Record<string, (style: string) => string> = {
  flowchart: (style) => `graph LR\nA:::x --> B\nclassDef x ${style}\nstyle B ${style}\nlinkStyle 0 ${style}`,
  state: (style) => `stateDiagram-v2\n classDef x ${style}\n [*] --> A\n class A x`,
  class: (style) => `classDiagram\n class A:::x\n classDef x ${style}\n class B\n style B ${style}`,
  entity: (style) => `erDiagram\n A:::x ||--o{ B : has\n classDef x ${style}`,
  block: (style) => `block-beta\n a["x"] b\n classDef x ${style}\n class a x\n style b ${style}`,
  requirement: (style) => `requirementDiagram\n requirement r:::x {\n id: 1\n text: x\n }\n classDef x ${style}`,
  gantt: (style) => `gantt\n dateFormat YYYY-MM-DD\n section a\n x :a, 2024-01-01, 3d\n todayMarker ${style}`,
  treemap: (style) => `treemap-beta\n"a":::x\n  "b": 10:::x\nclassDef x ${style};`,
};

/** Kinds with a label of an author's. */
const labelled: Record<string, (label: string) => string> = {
  flowchart: (label) => `graph LR\nA["${label}"] -->|"${label}"| B["\`${label}\`"]\nsubgraph S["${label}"]\nC\nend`,
  state: (label) => `stateDiagram-v2\n A: ${label}\n A --> B: ${label}\n note right of A: ${label}`,
  class: (label) => `classDiagram\n class A["${label}"]\n A : ${label}\n A --> B : ${label}\n note for A "${label}"`,
  entity: (label) => `erDiagram\n A["${label}"] ||--o{ B : "${label}"\n A {\n string x "${label}"\n }`,
  sequence: (label) => `sequenceDiagram\n participant A as ${label}\n A->>B: ${label}\n Note over A: ${label}`,
  formula: (label) => `sequenceDiagram\n A->>B: $$x$$ ${label}\n Note over A: $$x$$ ${label}`,
  mindmap: (label) => `mindmap\n root["${label}"]\n  a("\`${label}\`")`,
  kanban: (label) => `kanban\n  todo["${label}"]\n    a["${label}"]@{ ticket: "${label}", assigned: "${label}" }`,
  timeline: (label) => `timeline\n title ${label}\n 2002 : ${label}`,
  journey: (label) => `journey\n title ${label}\n section ${label}\n  ${label}: 5: ${label}`,
  architecture: (label) => `architecture-beta\n group api(cloud)[API]\n service db "${label}" [x] in api`,
  event: (label) => `eventmodeling\n\ntf 01 ui Start\ntf 02 cmd Add { a: ${label} }`,
  requirement: (label) => `requirementDiagram\n requirement "${label}" {\n id: "${label}"\n text: "${label}"\n }`,
  block: (label) => `block-beta\n a["${label}"] b`,
  context: (label) =>
    `C4Context\n title ${label}\n Person(u, "${label}", "${label}")\n System(s, "S")\n Rel(u, s, "${label}")`,
  gantt: (label) => `gantt\n title ${label}\n dateFormat YYYY-MM-DD\n section ${label}\n ${label} :a, 2024-01-01, 3d`,
  git: (label) => `gitGraph\n commit id: "${label}" tag: "${label}"`,
};

const markup: Record<string, (address: string) => string> = {
  img: (address) => `<img src='${address}'>`,
  style: (address) => `<b style='background:url(${address})'>x</b>`,
  'media and sheets': (address) =>
    `<video poster='${address}'></video><input type=image src='${address}'><svg><image href='${address}'/></svg>` +
    `<link rel=stylesheet href='${address}'><style>*{background:url(${address})}</style><table background='${address}'>`,
  markdown: (address) => `![x](${address})`,
};

const configurations: Record<string, string> = {
  'by default': '',
  'as HTML': '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\n',
};

/** Settings that end in a style sheet or in attributes. */
const configured: Record<string, (address: string) => string> = {
  ...Object.fromEntries(
    properties.map((property) => [
      `themeCSS, ${property}`,
      (address: string) =>
        `%%{init: {"themeCSS": "*, *::before { ${property}: url(${address}#x)${property === 'cursor' ? ', auto' : ''} }"}}%%\ngraph LR\nA-->B`,
    ]),
  ),
  'themeCSS in front matter': (address) =>
    `---\nconfig:\n  themeCSS: "* { background: url(${address}) }"\n---\ngraph LR\nA-->B`,
  'themeCSS that imports': (address) =>
    `%%{init: {"themeCSS": "@import '${address}'; @import url(${address});"}}%%\ngraph LR\nA-->B`,
  'themeCSS with a font': (address) =>
    `%%{init: {"themeCSS": "@font-face { font-family: x; src: url(${address}) } * { font-family: x !important }"}}%%\ngraph LR\nA-->B`,
  'themeCSS for a medium': (address) =>
    `%%{init: {"themeCSS": "@media all { @supports (fill: red) { * { background: url(${address}) } } }"}}%%\ngraph LR\nA-->B`,
  'themeCSS by an escape': (address) =>
    `%%{init: {"themeCSS": "* { background: \\\\75rl(${address}) }"}}%%\ngraph LR\nA-->B`,
  fontFamily: (address) => `%%{init: {"fontFamily": "x; background: url(${address})"}}%%\ngraph LR\nA-->B`,
  'themeVariables of a pie': () => '%%{init: {"themeVariables": {"pie1": "url(own.png)"}}}%%\npie\n"a": 3\n"b": 4',
  'themeVariables of a branch': () => '%%{init: {"themeVariables": {"git0": "url(own.png)"}}}%%\ngitGraph\ncommit',
  'themeVariables of a chart': (address) =>
    `%%{init: {"themeVariables": {"xyChart": {"backgroundColor": "url(${address}#p)"}}}}%%\nxychart-beta\n x-axis [a, b]\n bar [1, 2]`,
  'colours of flows': (address) => `%%{init: {"sankey": {"linkColor": "url(${address}#p)"}}}%%\nsankey-beta\nA,B,10`,
  'colours of a journey': (address) =>
    `%%{init: {"journey": {"sectionFills": ["url(${address}#p)"], "actorColours": ["url(${address}#p)"]}}}%%\njourney\n section W\n  Read: 5: Me`,
  'colours of a context': (address) =>
    `C4Context\nPerson(u, "User", "x", $sprite="${address}")\nUpdateElementStyle(u, $bgColor="url(${address}#p)")`,
  'a background in a sequence': (address) => `sequenceDiagram\nrect url(${address}#p)\nA->>B: x\nend`,
  'an icon of a participant': (address) => `sequenceDiagram\nA->>B: x\nproperties A: {"icon": "${address}"}`,
  'an icon by an escape': (address) => `sequenceDiagram\nA->>B: x\nproperties A: {"\\u0069con": "${address}"}`,
  'an icon of a node': (address) => `graph LR\nA@{ icon: "${address}", form: circle } --> B`,
  'an icon of a thought': (address) => `mindmap\n root\n  a\n  ::icon(${address})`,
  'a picture': (address) => `graph LR\nA@{ img: "${address}", label: "}", pos: "t", w: 60, h: 60 } --> B`,
  'a picture of this site': () => 'graph LR\nA@{ img: "own.png" } --> B',
  'a picture by an escape': (address) => `graph LR\nA@{ "\\x69mg": "${address}" } --> B`,
  'a picture by an alias': (address) => `graph LR\nA@{ label: &x img, *x : "${address}" } --> B`,
  'a picture in lanes': (address) => `swimlane-beta\n A@{ img: "${address}" } --> B`,
  'a link': (address) => `graph LR\nA --> B\nclick A href "${address}" "<img src='${address}'>"`,
};

/** What a group of sources is made of. */
const all = (table: Record<string, (text: string) => string>, text: string) =>
  Object.fromEntries(Object.entries(table).map(([name, source]) => [name, source(text)]));

type Groups = Record<string, Record<string, string>>;

/** Sources whose settings make Mermaid name an address that a browser fetches. */
export const settings = (address: string): Groups => ({ settings: all(configured, address) });

/** The same by what an author sets as a style. */
export function styles(address: string): Groups {
  const groups: Groups = {};
  for (const property of properties) {
    const end = property === 'cursor' ? ',auto' : '';
    groups[property] = all(styled, `${property}:url(${address}#x)${end}`);
  }
  for (const [name, style] of Object.entries(ways)) groups[name] = all(styled, style(address));
  return groups;
}

/** The same by markup in labels. */
export function labels(address: string): Groups {
  const groups: Groups = {};
  for (const [how, config] of Object.entries(configurations)) {
    for (const [name, label] of Object.entries(markup)) {
      const sources = Object.entries(all(labelled, label(address))).map(([kind, source]) => [
        kind,
        `${config}${source}`,
      ]);
      groups[`${name}, ${how}`] = Object.fromEntries(sources);
    }
  }
  return groups;
}
