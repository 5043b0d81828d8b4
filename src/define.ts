/** Registers every element. */
import './elements/architecture-diagram/architecture-diagram.define.js';
import './elements/card-grid/card-grid.define.js';
import './elements/case-study/case-study.define.js';
import './elements/compare-table/compare-table.define.js';
import './elements/content-tabs/content-tabs.define.js';
import './elements/decision-list/decision-list.define.js';
import './elements/discussion-questions/discussion-questions.define.js';
import './elements/further-reading/further-reading.define.js';
import './elements/incident-callout/incident-callout.define.js';
import './elements/incident-timeline/incident-timeline.define.js';
import './elements/info-card/info-card.define.js';
import './elements/innovation-list/innovation-list.define.js';
import './elements/key-takeaways/key-takeaways.define.js';
import './elements/latency-profile/latency-profile.define.js';
import './elements/law-table/law-table.define.js';
import './elements/note-callout/note-callout.define.js';
import './elements/page-outline/page-outline.define.js';
import './elements/pattern-card/pattern-card.define.js';
import './elements/practice-list/practice-list.define.js';
import './elements/quick-facts/quick-facts.define.js';
import './elements/resource-table/resource-table.define.js';
import './elements/rollout-path/rollout-path.define.js';
import './elements/scaling-path/scaling-path.define.js';
import './elements/stat-card/stat-card.define.js';
import './elements/study-meta/study-meta.define.js';

export * from './index.js';
