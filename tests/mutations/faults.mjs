/** Faults of one file, with the tests that have to notice them. */
export const faultsIn = (file, where, ...made) => made.map((fault) => ({ file, ...where, ...fault }));
