import { longest } from './kept-drawing.js';
import { prefix } from './recall.js';

/** All drawings together, in characters; browsers give a site about five million. */
const room = 1_000_000;
const orderName = 'deepdive-diagrams';

/**
 * Keeps a drawing for the next visit. Where there is no room, those that have not been used for longest go. Where the
 * browser keeps nothing, nothing happens.
 */
export function remember({ name, key }: { name: string; key: string }, drawing: string): void {
  try {
    const entry = `${key}\0${drawing}`;
    if (entry.length > longest) return;
    const order = recent().filter((one) => one !== name);
    forget(order, room - entry.length);
    while (!stored(name, entry)) {
      // Others use the same room.
      if (!order.length) return;
      forget(order, -1, Math.ceil(order.length / 2));
    }
    keep([...order, name]);
  } catch {
    // Storage is refused.
  }
}

/** Says that a drawing has been shown. */
export function refresh({ name }: { name: string }): void {
  try {
    const order = recent();
    if (order.at(-1) !== name && order.includes(name)) keep([...order.filter((one) => one !== name), name]);
  } catch {
    // Storage is refused.
  }
}

/** Names from the one that has not been used for longest to the last. */
function recent(): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(orderName) ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && name.startsWith(prefix)) : [];
  } catch {
    return [];
  }
}

const keep = (order: string[]) => localStorage.setItem(orderName, JSON.stringify(order));

function stored(name: string, entry: string): boolean {
  try {
    localStorage.setItem(name, entry);
    return true;
  } catch {
    return false;
  }
}

/** Drops the oldest until the others take no more than `limit` characters, or `least` of them. */
function forget(order: string[], limit: number, least = 0): void {
  let size = order.reduce((sum, name) => sum + (localStorage.getItem(name)?.length ?? 0), 0);
  while (order.length && (least-- > 0 || (limit >= 0 && size > limit))) {
    const name = order.shift()!;
    size -= localStorage.getItem(name)?.length ?? 0;
    localStorage.removeItem(name);
  }
}
