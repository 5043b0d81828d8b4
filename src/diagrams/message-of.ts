const unspoken = 'It failed without saying why.';

/** Whatever was thrown, as an error with words. */
export function errorOf(thrown: unknown): Error {
  try {
    const { message = thrown } = (thrown ?? {}) as Partial<Error>;
    return thrown instanceof Error && message
      ? thrown
      : new Error(String(message ?? '') || unspoken, { cause: thrown });
  } catch {
    return new Error(unspoken, { cause: thrown });
  }
}

/** The words of whatever was thrown. */
export const messageOf = (thrown: unknown): string => errorOf(thrown).message;
