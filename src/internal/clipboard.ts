import { element } from './data-content.js';
import { provide } from './translations.js';

/** What is said in English of what a button was to do. */
export const copying = {
  $code: 'en',

  /** Of a file that a button needs, as after a new deployment of the site. */
  notLoaded: 'This could not be loaded. Reload the page.',
  wasCopied: 'Copied',
  cannotCopy: 'The browser does not let this page copy',
};
provide(copying);

/** Says something behind a button, to screen readers too. */
export function sayBehind(button: Element, words: string): void {
  const next = button.nextElementSibling;
  const status = next?.matches('[role=status]') ? next : element('span');
  status.role = 'status';
  status.textContent = words;
  if (status !== next) button.after(status);
}

/** Copies text; `false` where the browser or the page's permissions refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
