import { provide } from './translations.js';

/** What is said in English of a text that was to be copied. */
export const copying = {
  $code: 'en',

  wasCopied: 'Copied',
  cannotCopy: 'The browser does not let this page copy',
};
provide(copying);

/** Copies text; `false` where the browser or the page's permissions refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
