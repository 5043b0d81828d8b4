/** One source of each kind of diagram that Mermaid draws. */
export const kinds: Record<string, string> = {
  flowchart: `flowchart LR
  CDN[CDN edge] -->|miss| LB{Load balancer}
  subgraph Data [Data tier]
    DB[(Primary)]
    C([Cache])
  end
  LB --> C
  C -.-> DB
  style DB fill:#ff5252
  class LB danger
  click CDN href "https://example.com/"`,
  sequence: `sequenceDiagram
  autonumber
  actor U as User
  participant A as API
  participant D as Database
  U->>+A: POST /orders
  alt ok
    A->>D: INSERT
    D-->>A: done
  else full
    A-->>U: 503
  end
  Note over A,D: one transaction
  A-->>-U: 201`,
  class: `classDiagram
  class Order {
    +String id
    +total() Money
  }
  Order <|-- Draft
  Order "1" --> "*" Item : has`,
  state: `stateDiagram-v2
  [*] --> Open
  Open --> Paid: pay
  state Paid {
    [*] --> Packed
    Packed --> Sent
  }
  Paid --> [*]
  note right of Open: waits a day`,
  er: `erDiagram
  CUSTOMER ||--o{ ORDER : places
  ORDER ||--|{ ITEM : contains
  ORDER {
    string id PK
    int total
  }`,
  journey: `journey
  title A day
  section Work
    Read: 5: Me
    Write: 3: Me, You`,
  gantt: `gantt
  title Rollout
  dateFormat YYYY-MM-DD
  section Canary
    One host :done, a, 2024-01-01, 3d
    One region :active, b, after a, 4d
    All :crit, c, after b, 5d`,
  pie: `pie showData title Traffic
  "Reads" : 80
  "Writes" : 15
  "Scans" : 5`,
  quadrant: `quadrantChart
  title Reach
  x-axis Low --> High
  y-axis Small --> Big
  quadrant-1 A
  quadrant-2 B
  quadrant-3 C
  quadrant-4 D
  One: [0.3, 0.6]
  Two: [0.8, 0.2]`,
  requirement: `requirementDiagram
  requirement r1 {
    id: 1
    text: stays up
    risk: high
    verifymethod: test
  }
  element e1 {
    type: simulation
  }
  e1 - satisfies -> r1`,
  git: `gitGraph
  commit
  branch fix
  checkout fix
  commit id: "patch"
  checkout main
  merge fix tag: "v1"`,
  c4: `C4Context
  title System
  Person(u, "User", "buys")
  System(s, "Shop", "sells")
  System_Ext(m, "Mail")
  Rel(u, s, "uses")
  Rel(s, m, "sends")`,
  mindmap: `mindmap
  root((Outage))
    Cause
      Config
      Load
    Effect
      Errors`,
  timeline: `timeline
  title History
  2002 : Start
  2004 : Growth : Split
  2010 : Cells`,
  sankey: `sankey-beta
Web,API,80
Mobile,API,40
API,DB,100
API,Cache,20`,
  xychart: `xychart-beta
  title "Load"
  x-axis [jan, feb, mar]
  y-axis "req/s" 0 --> 100
  bar [20, 50, 90]
  line [10, 40, 70]`,
  block: `block-beta
  columns 3
  a["Edge"] b["API"] c[("DB")]
  a --> b
  b --> c`,
  packet: `packet-beta
  0-15: "Source port"
  16-31: "Destination port"
  32-63: "Sequence"`,
  kanban: `kanban
  todo[To do]
    a[Write test]
  done[Done]
    b[Ship]@{ priority: 'High' }`,
  architecture: `architecture-beta
  group api(cloud)[API]
  service db(database)[Database] in api
  service s(server)[Server] in api
  db:L -- R:s`,
  radar: `radar-beta
  title Skills
  axis a["Speed"], b["Cost"], c["Safety"]
  curve x["Old"]{30, 60, 90}
  curve y["New"]{80, 40, 70}`,
  treemap: `treemap-beta
"Storage"
  "Logs": 60
  "Index": 30
"Cache"
  "Hot": 10`,
  treeView: `treeView-beta
  "src"
    "elements"
    "styles"`,
  venn: `venn-beta
  set A["Fast"]
  set B["Cheap"]
  union A,B["Pick"]`,
  ishikawa: `ishikawa-beta
  Outage
    People
      Tired
    Process
      No review`,
};
