export const takeaways = ['apply', 'avoid', 'cost', 'team'] as const;

type Kind = (typeof takeaways)[number];

/** What an item is about, where the words that it begins with are all about that. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(?:avoid(?: (?:it|this|when|if|for))*|(?:do not|don.t)(?: (?:use|apply))?(?: (?:it|this))?(?: (?:when|if|for))?|(?:when|where) (?:not to (?:use|apply|choose)|to avoid)(?: (?:it|this))?|(?:not|never) (?:for|when|if)|unless|not (?:suited|recommended) for)$/i,
    'avoid',
  ],
  [
    /^(?:(?:when|where) to (?:use|apply|choose|adopt)(?: (?:it|this))?|(?:use|apply|choose)(?: (?:it|this))?(?: (?:when|where|if|for))?|applies (?:to|when|where)|applicability|(?:best|well suited) (?:for|when))$/i,
    'apply',
  ],
  [
    /^(?:what it costs|costs?(?: (?:considerations?|implications?|estimates?|drivers?|model|factors?))?|budget|pric(?:e|ing)|investments?(?: (?:needed|required))?)$/i,
    'cost',
  ],
  [
    /^(?:(?:team|staff|staffing|skills?|people|expertise)(?: (?:requirements?|needs?|needed|required|considerations?|size|structure))?|(?:required|needed) (?:team|staff|skills?|people|expertise)|whom? it needs)$/i,
    'team',
  ],
];

export const kindOfTakeaway = (lead: string): Kind | undefined =>
  kinds.find(([pattern]) => pattern.test(lead.trim()))?.[1];
