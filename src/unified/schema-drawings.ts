import { drawingTags, paint, paintedNames, plainNames } from '../internal/drawing-parts.js';

/** A property that may stay: its name, and, where not every value may stay, those that may. */
export type PropertyDefinition = string | [name: string, ...values: (RegExp | string | boolean)[]];

/** What the view of a drawing knows its parts by. */
const named = 'dataFrom dataGroup dataLegible dataNode dataTo'.split(' ');

const drawn: PropertyDefinition[] = [
  ...plainNames,
  ...named,
  ...paintedNames.map((name): PropertyDefinition => [name, paint]),
];

/** The slot of a drawing is the only one that a page fills by name. The mark says that a later run may draw it anew. */
export const drawingAttributes: Record<string, PropertyDefinition[]> = {
  ...Object.fromEntries([...drawingTags, 'a'].map((tag) => [tag, drawn])),
  svg: [...drawn, 'dataDeepdive', ['slot', 'drawing']],
};
