import { createRequire } from 'node:module';

/** What each browser knows since when: https://github.com/mdn/browser-compat-data */
const data = createRequire(import.meta.url)('@mdn/browser-compat-data');

const names = {
  chrome: 'Chrome',
  chrome_android: 'Chrome for Android',
  edge: 'Edge',
  firefox: 'Firefox',
  firefox_android: 'Firefox for Android',
  safari: 'Safari',
  safari_ios: 'Safari for iOS',
};

/**
 * The oldest versions that a page is made for, as README.md names them.
 *
 * @param {string} readme
 * @returns {Record<string, number>}
 */
export function oldestVersions(readme) {
  const [, chrome, firefox, safari] =
    /^Chrome and Edge ([\d.]+), Firefox ([\d.]+), Safari ([\d.]+), and newer/m.exec(readme) ?? [];
  if (!safari) throw new Error('README.md does not say "Chrome and Edge …, Firefox …, Safari …, and newer".');
  return {
    chrome: Number(chrome),
    chrome_android: Number(chrome),
    edge: Number(chrome),
    firefox: Number(firefox),
    firefox_android: Number(firefox),
    safari: Number(safari),
    safari_ios: Number(safari),
  };
}

/** @returns what the data has at a path such as `css.properties.color`, or nothing */
export const entryAt = (id) =>
  id.split('.').reduce((at, key) => (at && Object.hasOwn(at, key) ? at[key] : undefined), data);

/** Whether the data says who has something. */
export const hasEntry = (id) => Boolean(entryAt(id)?.__compat);

/** The names of what an entry has below it. */
export const keysOf = (entry) => Object.keys(entry ?? {}).filter((key) => key !== '__compat');

const isSince = (version, oldest) => Number(String(version).replace('≤', '')) <= oldest;

function isSupported(statement, oldest, prefix) {
  const { version_added: added, version_removed: removed, flags, alternative_name: otherName } = statement;
  if (flags || otherName || statement.partial_implementation || (statement.prefix ?? '') !== prefix) return false;
  return Boolean(added) && isSince(added, oldest) && !(removed && isSince(removed, oldest));
}

/**
 * The browsers that lack a feature, with the version in which each got it.
 *
 * @param {string} id
 * @param {Record<string, number>} oldest
 * @param {string[]} [prefixes] how it is written; '' is without a prefix
 * @param {string} [property] of which it is a value: the data has no prefixes for values
 */
export function lacking(id, oldest, prefixes = [''], property = undefined) {
  if (!hasEntry(id)) return [];
  return Object.entries(oldest).flatMap(([browser, version]) => {
    const knows = (of, prefix, since) =>
      [entryAt(of).__compat.support[browser] ?? []].flat().some((one) => isSupported(one, since, prefix));
    if (prefixes.some((prefix) => knows(id, prefix, version))) return [];
    if (property && !knows(property, '', version) && prefixes.some((prefix) => knows(property, prefix, version)))
      return [];
    const whole = [entryAt(id).__compat.support[browser] ?? []]
      .flat()
      .find((one) => isSupported(one, Number.POSITIVE_INFINITY, ''));
    return [`${names[browser]} ${whole ? `before ${whole.version_added}` : version}`];
  });
}
