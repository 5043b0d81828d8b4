/**
 * The tests that have to notice a fault.
 * @param {string | string[]} files below `tests`
 * @param {string} [only] a regular expression for the titles of the tests that are run; all, where it is missing
 */
export const testsOf = (files, only) => ({ tests: [files].flat().map((file) => `tests/${file}`), only });

/** Faults of one file, with the tests that have to notice them. */
export const faultsIn = (file, where, ...made) => made.map((fault) => ({ file, ...where, ...fault }));
