/** The words of whatever was thrown, which may be anything. */
export function messageOf(thrown: unknown): string {
  try {
    return String((thrown as Error | undefined)?.message ?? thrown);
  } catch {
    return 'It failed without saying why.';
  }
}
