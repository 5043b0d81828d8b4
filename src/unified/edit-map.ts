import { EditMap } from 'micromark-util-edit-map';

/**
 * Lets micromark edit the end of its list of events where it is. It makes the whole list anew for each quote, list and
 * footnote that ends, and for each underlined heading: with 2,000 footnotes that is all that it does.
 * https://github.com/micromark/micromark/blob/main/packages/micromark-util-edit-map/dev/index.js
 */
export function mendEditMap(): void {
  EditMap.prototype.consume = function (events) {
    this.map.sort(([one], [other]) => one - other);
    const tails = this.map.toReversed().flatMap(([at, removed, added]) => [events.splice(at).slice(removed), added]);
    for (const tail of tails.reverse()) for (const event of tail) events.push(event);
    this.map.length = 0;
    this.index.clear();
  };
}
