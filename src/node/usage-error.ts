/** A command that cannot be followed. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a command's arguments say, or what is wrong with them, and how they are written. */
export function parsedOr<T>(help: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}
