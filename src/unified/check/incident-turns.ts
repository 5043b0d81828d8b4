import type { Element, Nodes } from 'hast';
import { type Turn, turns } from '../../internal/turns.js';
import { textOf } from '../hast.js';
import { type CheckedEvent, type CheckedTimeline, separator, timelinesOf } from './checked-timelines.js';
import type { CheckedPage, Fix, Rule } from './rule.js';

export const incidentTurns: Rule = {
  name: 'incident-turns',
  severity: 'info',
  summary: 'A timeline does not say which events are its turns.',
  help: `Finds, in a timeline in which no event is marked, those that say in so many words that the incident began, was detected, was mitigated or was resolved: “Alert fired”, “On-call is paged”, “Incident resolved”. Where they are marked, the page shows the times to detect, mitigate and resolve. In Markdown write \`**Detected:**\` right after the time, in HTML \`data-event="detected"\`; so do \`**Started:**\`, \`**Mitigated:**\` and \`**Resolved:**\`. \`--fix incident-turns\` writes what is proposed into the pages; without it no page is changed. Look at each: only its author knows when an incident began.`,
  check(page, report) {
    for (const timeline of timelinesOf(page.tree).values()) {
      if (!timeline) continue;
      for (const [turn, event] of proposalsFor(timeline)) {
        const mark = `${turn[0]!.toUpperCase()}${turn.slice(1)}:`;
        const place = page.nearest(event.node);
        const isHtml = page.source.startsWith('<', place.start.offset);
        const how = isHtml ? `data-event="${turn}" on it` : `**${mark}** right after its time`;
        report(
          page.lineAt(place.start.line),
          `This event looks like the one when the incident ${turn === 'started' ? 'started' : `was ${turn}`}: if it is, write ${how}.`,
          isHtml ? attributeFor(event.node, turn, page) : labelFor(event, mark, page),
        );
      }
    }
  },
};

const end = String.raw`(?=[.,;!]|$| (?:for|by|after|at|and|with|from|on)\b| \()`;
const thing = '(?:the |this )?(?:incident|outage)';
/** What an event says of itself, from its first word on, where it can be but one turn. */
const wordings: Record<Turn, RegExp> = {
  started: new RegExp(`^(?:${thing} (?:starts|started|begins|began)|(?:start|beginning|onset) of ${thing})${end}`, 'i'),
  detected: new RegExp(
    `^(?:(?:the |an |our )?(?:first )?(?:[\\w-]{1,20} ){0,3}(?:alerts?|alarms?) (?:fires?|fired|triggers?|triggered|pages?|paged|goes off|went off|(?:is|was) (?:fired|triggered))(?=[.,;!]|$| )|(?:the )?on-?call(?: engineer)? (?:is|was|gets|got) (?:paged|alerted)(?=[.,;!]|$| )|(?:we are|we were|team (?:is|was)) (?:paged|alerted)${end}|${thing} (?:is|was) detected${end})`,
    'i',
  ),
  mitigated: new RegExp(`^(?:${thing} (?:is|was|has been) (?:fully )?mitigated)${end}`, 'i'),
  resolved: new RegExp(
    `^(?:${thing} (?:(?:is|was|has been) )?(?:declared |marked (?:as )?)?(?:fully )?(?:resolved|closed|over)|(?:fully )?resolved(?=[.!]?$))${end}`,
    'i',
  ),
};
/** What makes such words say something else. */
const doubtful =
  /\b(?:not?|never|un\w+|false|test|partial\w*|some|almost|again|re-?opened|recur\w*|another|silenced|acknowledged|thought|believed|assum\w*|tentative\w*|only)\b|\?/i;

/** The events that look like a turn, if none is marked: at most one for each, in their order. */
function proposalsFor({ events }: CheckedTimeline): [Turn, CheckedEvent][] {
  if (events.some(({ turn }) => turn)) return [];
  const found = turns.flatMap((turn): [Turn, CheckedEvent][] => {
    const all = events.filter(({ words }) => wordings[turn].test(words) && !doubtful.test(words));
    const [first] = all;
    // Alerts go on; an incident ends once.
    return first && (all.length === 1 || turn === 'detected') ? [[turn, first]] : [];
  });
  const isInOrder = found.every(([, { at }], index) => !index || at >= found[index - 1]![1].at);
  const isDistinct = new Set(found.map(([, event]) => event)).size === found.length;
  const resolved = found.find(([turn]) => turn === 'resolved')?.[1];
  const goesOn =
    resolved &&
    events.some(
      ({ at, words }) => at > resolved.at && /\b(?:again|re-?opened|recur\w*|errors?|alerts?)\b/i.test(words),
    );
  return isInOrder && isDistinct && !goesOn ? found : [];
}

function attributeFor(node: Element, turn: Turn, { source, nearest }: CheckedPage): Fix | undefined {
  const start = nearest(node).start.offset;
  const tag = `<${node.tagName}`;
  if (start === undefined || !source.startsWith(tag, start)) return undefined;
  const at = start + tag.length;
  return { start: at, end: at, text: ` data-event="${turn}"` };
}

/** In characters; as many are enough to find words again. */
const enough = 24;

/** Writes a label before the first words of an event, where they are in the source once, as they are read. */
function labelFor({ node, time }: CheckedEvent, mark: string, { source, nearest }: CheckedPage): Fix | undefined {
  const { start, end } = nearest(node);
  if (start.offset === undefined || end.offset === undefined) return undefined;
  const written = source.slice(start.offset, end.offset);
  const when = written.indexOf(textOf(time));
  const lead = firstWords(node, time).slice(0, enough);
  const found = written.indexOf(lead, when + textOf(time).length);
  if (when < 0 || found < 0 || !lead || written.includes(lead, found + 1)) return undefined;
  let at = start.offset + found;
  // Words in bold begin with their marks.
  while (/[*_]/.test(source[at - 1]!)) at--;
  return { start: at, end: at, text: `**${mark}** ` };
}

/** The first words behind the time of an event, without markup in them. */
function firstWords(node: Element, time: Element): string {
  const words: string[] = [];
  const read = (one: Nodes): void => {
    if (one === time) return;
    if (one.type === 'text') words.push(one.value.replace(separator, ''));
    if ('children' in one) one.children.forEach(read);
  };
  read(node);
  return words.find((text) => text.trim()) ?? '';
}
