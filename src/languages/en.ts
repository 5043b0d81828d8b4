/** The library's words in English, but for those that come with what needs them, and for the stylesheet's own. */
export const en = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',

  /** Between the members of a list. */
  comma: ', ',
  table: 'Table',
  targetMet: (value: string, target: string) => `${value} of ${target}, target met`,
  targetMissed: (value: string, target: string) => `${value} of ${target}, target missed`,
  onThisPage: 'On this page',
};
