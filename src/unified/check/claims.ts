const number = String.raw`(?<![\w.])\d[\d,.]{0,20}`;
const large = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{4,12}|\d[\d.,]{0,9} ?(?:[KMBT](?![\w])|thousand|million|billion|trillion))\+?`;
/** What may be a year is counted by nobody. */
const year = String.raw`(?:19|20)\d\d(?![\d,.+])`;
const things =
  '(?:users|customers|members|subscribers|drivers|riders|merchants|companies|organisations|organizations|requests|messages|events|transactions|queries|orders|payments|operations|connections|devices|servers|engineers|parcels|jobs|metrics|records|rows|writes|reads|updates)';

/** Figures that a reader asks the source of. */
const claims: RegExp[] = [
  // 40 million users; 1,200 servers. Less than that is a limit.
  new RegExp(String.raw`(?<![\w.,$])(?<![<≤] ?)(?!${year})${large}(?: [\w-]{1,20}){0,2} ${things}\b`),
  // 65K requests per second.
  new RegExp(
    String.raw`(?<![\w.,$])${large} ?${things}? ?(?:/|per |a |each )(?:s|sec|second|minute|hour|day|month|year)\b`,
  ),
  // $1.2 billion.
  new RegExp(String.raw`[$€£]${large}(?!\w)`),
  // 40% faster; 3x fewer. A limit is in brackets: (> 50% increase).
  new RegExp(
    String.raw`(?<!\([<>≤≥] ?)${number} ?(?:%|x|×|times|-fold)(?: [\w-]{1,20}){0,2} (?:faster|slower|cheaper|lower|less|fewer|higher|reductions?|improvements?|increases?|decreases?|savings)\b`,
  ),
  // Reduced latency by 40%.
  new RegExp(
    String.raw`\b(?:reduced?|reduces|reducing|improved?|improving|increased?|decreased?|cuts?|saved?|saves|lowered|grew|dropped|boosted)(?: [\w-]{1,20}){0,6} (?:by|from|to) ~?${number} ?(?:%|x\b|×)`,
    'i',
  ),
  // 99.99% availability; what is less than that is an alert's.
  /(?<![\w.]|[<≤] ?)99\.\d{1,6} ?%/,
];

/** What is wished for, supposed or promised is no claim about what is. */
const noClaim =
  /\b(?:must|should|shall|target(?:s|ing|ed)?|goals?|thresholds?|require(?:s|d|ments?)?|SLOs?|SLAs?|objectives?|assum\w*|suppose|imagine|examples?|e\.g|if|would|could|can|may|might|wants?|needs?|design(?:ed)? (?:for|to|a|an)|budget|estimat\w*|expect\w*|let's|when|until|before|scenarios?)\b/i;
/** What something is to do, as an item or behind its label: `Support 10M+ requests`, `To handle 200M users`. */
const purpose =
  /(?:^[^\p{L}\d]*|[:;–—] )(?:to )?(?:handle\b|(?:support|serve|process|sustain|scale|store|ingest|accept|deliver|reach|achieve) (?:(?:up )?to |at least |over |more than |about |around )?[~≈>≥]?\s?\d)/iu;
/** Sizes that a plan tells apart: `Phase 2 (1K–100K users)`, `0-1K users`. */
const sizes = /\b(?:phase|stage|tier|level)s? \d+(?:[-–]\d+)? ?\(|(?<![\d.,])0 ?[-–] ?\d/i;
/** A result with the figures that it comes from: `100M ÷ 86,400 ≈ 1,157`, `1 / 1,000 = 0.001`, `99.9% = 8.76 hours`. */
const reckoning = /\d(?:[^\d=≈÷×*✕/]|\/(?=[a-z])){0,30}(?:[÷×*✕]| \/)\s?\d[^=≈]{0,60}[=≈]|99\.\d{1,6} ?%\W{0,3}[=≈]/;
/** Words that are to be replaced. */
const bracketed = /\[[^[\]\n]{1,300}\]/g;

/** The first sentence of a text with a figure that needs a source, and where it begins in the text. */
export function claimIn(text: string): { figure: string; start: number } | undefined {
  const said = text.replace(bracketed, (words) => '\uFFFC'.repeat(words.length));
  for (const { 0: sentence, index } of said.matchAll(/(?:[^.!?\n]|[.!?](?=\S))+/g)) {
    if (said[index + sentence.length] === '?' || [noClaim, purpose, reckoning, sizes].some((one) => one.test(sentence)))
      continue;
    const found = claims.map((claim) => claim.exec(sentence)).find((match) => match !== null);
    if (found) return { figure: found[0], start: index + found.index };
  }
  return undefined;
}
