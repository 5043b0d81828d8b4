import { bodyRowsOf } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';

/** An event as it is written. */
export interface Entry {
  /** The item, or the row. */
  node: HTMLElement;
  /** The time in words; empty where there is none. */
  written: string;
  /** The `datetime` of its `<time>`; empty where there is none. */
  datetime: string;
}

/** The events of a timeline: of its tables, or else of its lists, whatever stands between these. */
export function entriesOf(timeline: Element): Entry[] {
  const rows = [...timeline.querySelectorAll('table')].flatMap(bodyRowsOf);
  return (rows.length ? rows : itemsOf(timeline)).map((node) => {
    const cell = node.localName === 'tr' ? (node as HTMLTableRowElement).cells[0] : null;
    const time = (cell ?? node).querySelector('time');
    return { node, written: textOf(time ?? cell), datetime: time?.dateTime ?? '' };
  });
}

/** The items of lists of the first one's kind; a list within an item is a part of that. */
function itemsOf(timeline: Element): HTMLElement[] {
  const lists = timeline.querySelectorAll<HTMLElement>('ol, ul');
  return [...lists]
    .filter((list) => list.localName === lists[0]!.localName && !list.parentElement!.closest('li'))
    .flatMap((list) => [...list.children].filter((item): item is HTMLElement => item.localName === 'li'));
}
