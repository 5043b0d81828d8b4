const cdn = 'https://cdn.jsdelivr.net/npm/deepdive-elements/dist/';

/**
 * The starter, with what `npm run build` has made in place of what it links from a CDN.
 * @param {string} page
 */
export const withLocalFiles = (page) => page.replaceAll(cdn, '../../dist/');
