import { ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { warnContent, warnUnknown } from '../../internal/warn.js';

/** Severities from the worst down: https://www.atlassian.com/incident-management/kpis/severity-levels */
const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'critical', 'major', 'minor'];

/**
 * An incident: what happened, the root cause, the impact and the lessons. The sections may be a `<dl>`, headings, or
 * paragraphs with a bold lead-in.
 *
 * ```html
 * <incident-callout severity="sev1">
 *   <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
 *   <dl>
 *     <dt>What happened</dt><dd>A schema change locked the busiest shard.</dd>
 *     <dt>Root cause</dt><dd>An index was missing.</dd>
 *   </dl>
 * </incident-callout>
 * ```
 *
 * @tag incident-callout
 * @slot - A heading with the date in a `<time>`, then the sections.
 */
export class IncidentCallout extends ReactiveElement {
  /**
   * How bad it was, shown as a badge as it is written: `sev1` (worst) to `sev5`, or `critical`, `major`, `minor`. Any
   * other word is shown in the colour of the worst. Without it there is no badge.
   */
  @property({ reflect: true }) severity?: 'sev1' | 'sev2' | 'sev3' | 'sev4' | 'sev5' | 'critical' | 'major' | 'minor';

  constructor() {
    super();
    new StylesheetController(this, () => import('./incident-callout.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(): void {
    warnUnknown(this, 'severity', this.severity, severities);
    warnContent(this, 'a heading and a <dl> of what happened, root cause, impact and lessons');
  }
}
