/** The library's words in English, but for those that come with what needs them, and for the stylesheet's own. */
export const en = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',

  /** Between the members of a list. */
  comma: ', ',
  wasCopied: 'Copied',
  cannotCopy: 'The browser does not let this page copy',
  table: 'Table',
  explainLaws: 'Explain the laws',
  /** Names of ✅, ❌, ⚠️, 🟢, 🟡 and 🔴 where they stand alone. */
  Yes: 'Yes',
  No: 'No',
  Caution: 'Caution',
  Good: 'Good',
  Fair: 'Fair',
  Poor: 'Poor',

  targetMet: (value: string, target: string) => `${value} of ${target}, target met`,
  targetMissed: (value: string, target: string) => `${value} of ${target}, target missed`,

  onThisPage: 'On this page',
};
