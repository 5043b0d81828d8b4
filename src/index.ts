/**
 * The classes of every element. Importing this registers nothing, and does not guard the names that Lit looks up in the
 * window (`internal/globals.ts`): for one class alone that would cost a page more than the class may.
 */
export type { TableRow } from './controllers/table-controller.js';
export { ArchitectureDiagram } from './elements/architecture-diagram/architecture-diagram.js';
export { CardGrid } from './elements/card-grid/card-grid.js';
export { CaseStudy } from './elements/case-study/case-study.js';
export { CompareTable } from './elements/compare-table/compare-table.js';
export { ContentTabs } from './elements/content-tabs/content-tabs.js';
export { DecisionList } from './elements/decision-list/decision-list.js';
export { DiagramRef } from './elements/diagram-ref/diagram-ref.js';
export { DiagramWalkthrough } from './elements/diagram-walkthrough/diagram-walkthrough.js';
export { DiscussionQuestions } from './elements/discussion-questions/discussion-questions.js';
export { FurtherReading } from './elements/further-reading/further-reading.js';
export { IncidentCallout } from './elements/incident-callout/incident-callout.js';
export { IncidentTimeline, type TimelineEvent } from './elements/incident-timeline/incident-timeline.js';
export { InfoCard } from './elements/info-card/info-card.js';
export { InnovationList } from './elements/innovation-list/innovation-list.js';
export { KeyTakeaways } from './elements/key-takeaways/key-takeaways.js';
export { LatencyProfile } from './elements/latency-profile/latency-profile.js';
export { LawTable } from './elements/law-table/law-table.js';
export { NoteCallout } from './elements/note-callout/note-callout.js';
export { PageOutline } from './elements/page-outline/page-outline.js';
export { PatternCard } from './elements/pattern-card/pattern-card.js';
export { PracticeList } from './elements/practice-list/practice-list.js';
export { QuickFacts } from './elements/quick-facts/quick-facts.js';
export { ResourceTable } from './elements/resource-table/resource-table.js';
export { RolloutPath } from './elements/rollout-path/rollout-path.js';
export { ScalingPath } from './elements/scaling-path/scaling-path.js';
export { StatCard } from './elements/stat-card/stat-card.js';
export { StudyMeta } from './elements/study-meta/study-meta.js';
export { type IncidentTimes, IncidentTimesEvent } from './events/incident-times-event.js';
export type { Fact } from './internal/data-content.js';
export type { ElementJson, ElementTag, FactJson, ItemJson, Json, JsonOf, RowJson } from './internal/json.js';
export { registerTranslation } from './internal/translations.js';
export type { Translation } from './languages/translation.js';
