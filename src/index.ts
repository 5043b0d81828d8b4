/** The classes of every element. Importing this registers nothing. */
export { ArchitectureDiagram } from './elements/architecture-diagram/architecture-diagram.js';
export { CardGrid } from './elements/card-grid/card-grid.js';
export { CaseStudy } from './elements/case-study/case-study.js';
export { IncidentCallout } from './elements/incident-callout/incident-callout.js';
export { InfoCard } from './elements/info-card/info-card.js';
export { LawTable, type LawTableRow } from './elements/law-table/law-table.js';
export { NoteCallout } from './elements/note-callout/note-callout.js';
export { PatternCard } from './elements/pattern-card/pattern-card.js';
export { type Fact, QuickFacts } from './elements/quick-facts/quick-facts.js';
export { StatCard } from './elements/stat-card/stat-card.js';
