/** Something that an author was to fill in. */
export interface Found {
  text: string;
  /** In the text that it was looked for in. */
  start: number;
  /** Whether it can be nothing else. */
  isSure: boolean;
  /** Whether it is a phrase, and all that its line says: a placeholder, or a link without its address. */
  isAlone: boolean;
}

const unit = String.raw`(?:[mnµ]?s|%|[kKMGTPE]i?B|[KMBT]\b|rps|qps|tps|RPS|QPS|TPS)`;
const scale = '(?:thousand|million|billion|trillion|(?:gigabyte|terabyte|petabyte|exabyte)s?)';
const amount =
  '(?:engineers|people|developers|employees|hours|minutes|seconds|days|weeks|months|years|users|customers|regions|requests?/(?:s|sec|second)|(?:times|(?:deploys|deployments))/(?:day|week|month))';

/** What no one writes but in a template, wherever it stands. */
const anywhere: RegExp[] = [
  // X million users, Z petabytes.
  new RegExp(String.raw`(?<![\w.$-])\$?[XYZ]{1,3}\+? ${scale}(?![\w-])`, 'g'),
  // 99.XX%, 99.9X.
  /(?<![\w.])(?:\d+\.\d*X+ ?%|99\.\d*X+(?![\w.-]))/g,
  // XXms, XX%, $XXM.
  new RegExp(String.raw`(?<![\w.$-])(?:\$?X{2,} ?${unit}|\$X{2,}(?:[,.]X+)*[KMBT]?)(?![\w-])`, 'g'),
  // $Z in losses, $XM.
  /(?<![\w$])\$[XYZ] ?(?:[KMBT]|in (?:losses|damages?|costs|savings|revenue)|(?:per|a) (?:month|year|hour|incident))(?![\w$])/g,
  /(?<![\w%])[XYZN]{1,3}% of (?:all )?(?:users|customers|requests)(?: were)? affected(?!\w)/g,
  /lorem ipsum(?: dolor sit amet)?/gi,
  // 2024-05-02 HH:mm, 20xx-MM-DD.
  /(?<![\w-])(?:(?:19|20)\d\d-\d\d-\d\d[T ]HH:(?:mm|MM)(?::(?:ss|SS))?|20(?:xx|XX)-MM-DD(?: HH:(?:mm|MM))?)(?![\w-])/g,
  // {title of option 1}, {argument a}.
  /(?<![\w{$])\{(?:(?:short )?title of|argument|option|justification|decision driver|positive consequence|negative consequence|describe) [^{}\n]{1,200}\}(?!\})/gi,
  // (fill me in with today's date, YYYY-MM-DD).
  /\(fill (?:me )?in\b[^()\n]{0,100}\)/gi,
];

/** What stands for a value where nothing else is said: after a colon, in a cell, as a list item. */
const values: RegExp[] = [
  // X hours downtime, < Y minutes, N engineers.
  new RegExp(String.raw`^[<>~≈≤≥+]?\s?[XYZ]{1,3}\+?(?: ${amount}| ?(?:ms|%|[kKMGTPE]B))(?: [\w/-]+){0,3}\.?$`),
  /^[<>~≈≤≥+]?\s?N (?:engineers|people|developers|employees)\.?$/,
  /^\$[XYZN](?:[KMB]| million| billion)?\+?$/,
  /^(?:TBD|TBA|TBC)\b.{0,40}$/,
  /^(?:YYY|ZZZ)$/,
  /^(?:INC|PM|ADR|RFC|JIRA|SEV)-(?:X{2,5}|N{2,5}|Y{4}(?:-MM-DD)?-N{2,4})$/,
  // {short title, …}, <service name>: whole phrases.
  /^\{[A-Za-z][\w-]*,? [^{}\n=<>$`:]{2,200}\}$/,
  /^<[A-Za-z][\w-]*(?: [\w-]+){1,8}>$/,
  /^\[(?:describe|insert|enter|explain|summari[sz]e|outline|list (?:of|everyone|the|all|any)|link to|short (?:title|description)|brief|(?:the )?number of|number or percentage|option \d|argument [a-z]|driver \d)\b[^[\]\n]{0,200}\]$/i,
  /^(?:Short event description|Event description|Someone Fromtheteam(?: \(use initials\))?|Your (?:full )?name(?: here)?|Name Surname|Preventative measure \d)$/i,
  /^(?:TODO|FIXME|XXX)(?:[:.(!…-].{0,200})?$/,
];

/** A date or a time of which only the form is there. */
const form =
  /^(?:\d{4}|20xx|20XX|YYYY|yyyy|MM|mm|DD|dd|HH|hh|SS|ss)(?:(?:[-/.:T]|,? )(?:\d{4}|YYYY|yyyy|MM|mm|DD|dd|HH|hh|SS|ss)){1,5}(?: ?(?:UTC|GMT|TZ|Z|PST|PT|CET|am|pm))?$/;
const labels =
  /^(?:(?:incident|outage|start|end|due|report|review|decision|last|first) )?(?:dates?|times?|start(?:ed)?|end(?:ed)?|when|created|updated|last updated|detected|mitigated|resolved|reported|published|due|deadline|decided|from|to|until|timestamp)(?: (?:time|date|at|on))?(?: ?\([\w ,/+:-]{2,20}\))?$/i;
/** One word in brackets. In a link it is a part of a heading that shows a template. */
const names =
  /^\[(?:names?|dates?|title|owner|author|team|link|url|due date|service|@?owner|number|(?:incident|service|system|team|project|your|author) (?:name|title|id))\]$/i;
/** Where it stands for an event: `HH:MM - Detection`. */
const event = /^(?:(?:YYYY-MM-DD|yyyy-MM-dd) )?HH:(?:mm|MM)(?: ?(?:UTC|GMT|TZ|Z))?(?=$| ?[:–—|-])/;

/** Where it is all that a line or a sentence after a colon says. A heading may well say the same. */
const sentences: RegExp[] = [
  /^(?:Lesson|Innovation) \d$/,
  /^Description of the failure$/,
  /^Technical (?:explanation|breakthrough and impact)$/,
  /^Novel approach to common problem$/,
  /^Brief (?:overview|description|explanation) of (?:the|this|how|what)\b[^:]{0,200}$/s,
  /^Focus on what makes this system unique and what lessons it offers\.?$/,
  /^What business problem does this solve\?$/,
  /^Key limitations and requirements$/,
  /^How (?:success is measured|data is partitioned)$/,
  /^Master-slave vs multi-master$/,
  /^One paragraph explanation of the feature\.?$/,
  /^Short title of solved problem and solution$/i,
  /^What is the (?:issue that we['’]re seeing that is motivating this decision or change|change that we['’]re proposing and\/or doing)\?$/,
  /^What becomes easier or more difficult to do(?: and any risks introduced by the change)?(?: because of this change| that will need to be mitigated)?[.?]$/,
  /^What['’]s (?:cached and where|measured and why)$/,
  /^(?:These patterns work well when|Don['’]t use this approach if|Expect to invest in|You['’]ll need expertise in)\s?(?:\.\.\.|…)$/,
];

/** The same of headings and titles. */
const titles: RegExp[] = [/^Major Incident: Date$/, /^System Name: Scale and Architecture Deep Dive$/];

/** In brackets: what is to be written there, for certain. */
const certain: RegExp[] = [
  new RegExp(String.raw`^[<>~]?\$?[XYZ]{1,4}\+?(?:${unit}.*| .+|[XYZ]*)$`),
  /^[XYZABN]{1,2} ?(?:%|ms|sec|seconds|hours|minutes|million|billion|engineers|users)(?: .*)?$/,
  /^99?\.\d*X.*$/,
  /^(?:YYYY|MM|DD|HH)(?:[-/.: ](?:YYYY|MM|DD|HH|mm|ss))*$/,
  /^(?:Company|System)(?: Name)?$/,
  /^(?:Your|Insert|Enter|Fill in|Describe|Brief|One[- ]sentence|One sentence|\d(?:-\d)? (?:paragraph|sentence)s?) .+$/s,
  /^(?:TBD|TBA|TODO|FIXME)\b.*$/,
  /^(?:.+ )?(?:Description|description)(?: here)?$/,
  /^[\w -]+(?:\|[\w -]+){2,}$/,
];

/** In brackets: what may be a placeholder. */
const possible: RegExp[] = [
  /^[A-Z][\w()&'’]*[ /-][\w()&'’/ -]*$/,
  /^[A-Z][^[\]]*(?:,|:| - ).*$/s,
  /^(?:Amount|Assessment|Category|Cost|Date|Frequency|Metric|Name|Number|Reasoning|Scope|Time|Title|Value|Year|Alternative)$/,
];

/** In brackets as in any text: citations, notes of an editor, what there is no more of. */
const ordinary =
  /\b(?:1[89]|20)\d\d\b|\bet al\b|^(?:sic|not?|none|see|back|coming|RFC|Fig(?:ure|\.)|Table|Section|Note|Ref|TOC|GENERATE|Emphasis|Translat|Edit|Optional|Required|Updated?|Archived?|Deprecated|Redacted)\b/i;

const bracketed = /(?<![\w\]!\\[])(\$?)\[(?![\^!\]])([^[\]\n]{1,300})\](?![[(])/g;

/** What kind of text is looked at. */
export interface Kind {
  /** A line of front matter, where brackets may be a list. */
  isData?: boolean;
  isHeading?: boolean;
  isCell?: boolean;
  /** The heading of its column, or its term. */
  label?: string;
  /** Whether it is of the course of an incident. */
  isCourse?: boolean;
  /** Whether all of it leads somewhere. */
  isLink?: boolean;
  /** Whether it is one of several things that readers are asked for: “Your name”, “Your team”. */
  isAsked?: boolean;
}

/** Placeholders in a text, in its order. */
export function placeholdersIn(
  text: string,
  {
    isData = false,
    isHeading = false,
    isCell = false,
    label = '',
    isCourse = false,
    isLink = false,
    isAsked = false,
  }: Kind = {},
): Found[] {
  const found: Found[] = [];
  /** The characters that have been found already. */
  const taken = new Uint8Array(text.length);
  const add = (start: number, words: string, isSure = true, isAlone = false) => {
    const end = start + words.length;
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, text: words, isSure, isAlone });
  };
  const all = valuesIn(text);
  const wholes = new Set(all.map(({ start, value }) => `${start} ${value.length}`));
  const patterns = [
    ...values,
    ...titles,
    ...(isHeading || isCell ? [] : sentences),
    ...(isData ? [dataDate] : []),
    ...(isLink ? [] : [names]),
  ];
  for (const { start, value, term } of all) {
    if (isAsked && /^your\b/i.test(value)) continue;
    if (patterns.some((pattern) => pattern.test(value)) || (labels.test(term || label) && isForm(value)))
      add(start, value);
    const [when] = (isCourse && !/\bformat/i.test(text) && event.exec(value)) || [];
    if (when) add(start, when);
  }
  for (const match of text.matchAll(bracketed)) {
    const [words, , inside = ''] = match;
    const isAll = wholes.has(`${match.index} ${words.length}`);
    const isTick = /^[xX]$/.test(inside) && (isAll || isTicking(text, match.index));
    if (isTick || (ordinary.test(inside) && !/^[XYZ]\b/.test(inside))) continue;
    const [isSure, isPossible] = [certain, possible].map((patterns) => patterns.some((one) => one.test(inside)));
    const isPhrase = possible[0]!.test(inside);
    if (isSure || (isPossible && !isData)) add(match.index, words, isSure, isAll && isPhrase && !isCell);
  }
  for (const pattern of anywhere) for (const { 0: words, index } of text.matchAll(pattern)) add(index, words);
  return found.sort((one, other) => one.start - other.start);
}

/** Whether brackets of one letter at the beginning of a line tick the sentence after them. */
const isTicking = (text: string, at: number) =>
  /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, at - 10), at)) &&
  /^\s(?:I\b|\p{Lu}\p{Ll})/u.test(text.slice(at + 3, at + 7));

/** Whether a value is the form of a date or a time. */
const isForm = (value: string) => form.test(value) && /[A-Za-z]{2}[-/.:T, ]|[-/.:T, ][A-Za-z]{2}/.test(value);

const dataDate = /^Y{4}-MM(?:-DD)?$/;

/** Each line, and what follows the colon of its first words, without what decorates them. */
function valuesIn(text: string): { start: number; value: string; term: string }[] {
  const found: { start: number; value: string; term: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    for (const part of [line, ...afterColon(line)]) {
      const rest = part.replace(decoration, '');
      const value = withoutEnd(rest);
      const term = withoutEnd(
        line
          .slice(0, line.length - part.length)
          .replace(decoration, '')
          .replace(':', ''),
      );
      if (value) found.push({ start: at + line.length - rest.length, value, term });
    }
    at += line.length + 1;
  }
  return found;
}

const decoration = /^(?:[\s"'“*_-]|\p{Extended_Pictographic}|\uFE0F)+/u;

function withoutEnd(text: string): string {
  let end = text.length;
  while (end && /["'”*_\s]/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** What follows the first colon of a line. */
function afterColon(line: string): string[] {
  const colon = line.indexOf(':');
  return colon > 0 && colon < 60 ? [line.slice(colon + 1)] : [];
}

/** Abbreviations that a page explains are its own: trunk-based development (TBD). */
export function isTemplateWord(page: string): (found: Found) => boolean {
  const isExplained = /\w \(TBD\)|trunk-based/i.test(page);
  return ({ text }) => !(isExplained && /^\[?TBD\b/.test(text));
}
