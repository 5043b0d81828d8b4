const quick = new WeakSet<string[]>();

/**
 * Lets a list of names that others keep be asked for one without being gone through: micromark asks its list of definitions
 * for every pair of brackets, and its list of footnotes for every footnote.
 */
export function makeQuick(list: string[]): string[] {
  if (quick.has(list)) return list;
  quick.add(list);
  const places = new Map([...list.entries()].reverse().map(([index, name]) => [name, index]));
  return Object.assign(list, {
    push(...names: string[]): number {
      for (const name of names) {
        if (!places.has(name)) places.set(name, list.length);
        list[list.length] = name;
      }
      return list.length;
    },
    includes: (name: string) => places.has(name),
    indexOf: (name: string) => places.get(name) ?? -1,
  });
}
