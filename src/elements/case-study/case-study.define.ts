import { define } from '../../internal/define.js';
import { CaseStudy } from './case-study.js';

define('case-study', CaseStudy);

declare global {
  interface HTMLElementTagNameMap {
    'case-study': CaseStudy;
  }
}
