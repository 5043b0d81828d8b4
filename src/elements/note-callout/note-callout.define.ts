import { define } from '../../internal/define.js';
import { NoteCallout } from './note-callout.js';

define('note-callout', NoteCallout);

declare global {
  interface HTMLElementTagNameMap {
    'note-callout': NoteCallout;
  }
}
