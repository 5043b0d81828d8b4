/** Registers every element. */
import './elements/architecture-diagram/architecture-diagram.define.js';
import './elements/card-grid/card-grid.define.js';
import './elements/case-study/case-study.define.js';
import './elements/incident-callout/incident-callout.define.js';
import './elements/info-card/info-card.define.js';
import './elements/law-table/law-table.define.js';
import './elements/note-callout/note-callout.define.js';
import './elements/pattern-card/pattern-card.define.js';
import './elements/quick-facts/quick-facts.define.js';
import './elements/stat-card/stat-card.define.js';

export * from './index.js';
