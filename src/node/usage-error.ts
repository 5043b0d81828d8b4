/** A command that cannot be followed. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
