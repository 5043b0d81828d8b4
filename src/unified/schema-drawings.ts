import type { Options } from 'rehype-sanitize';
import { drawingTags, paint, paintedNames, plainNames } from '../internal/drawing-parts.js';

type PropertyDefinition = NonNullable<Options['attributes']>[string][number];

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
