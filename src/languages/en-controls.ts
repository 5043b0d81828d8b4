/** What the links to parts and the buttons of tables say in English. */
export const controls = {
  $code: 'en',

  copyLinkTo: (name: string) => `Copy link to “${name}”`,
  linkCopied: 'Link copied',
  linkInAddressBar: 'The link is in the address bar',

  /** Followed by buttons named CSV and Markdown. */
  copyAs: 'Copy as',
  copyTableAs: (format: string) => `Copy the table as ${format}`,
};
