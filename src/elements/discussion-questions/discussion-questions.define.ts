import { define } from '../../internal/define.js';
import { DiscussionQuestions } from './discussion-questions.js';

define('discussion-questions', DiscussionQuestions);

declare global {
  interface HTMLElementTagNameMap {
    'discussion-questions': DiscussionQuestions;
  }
}
