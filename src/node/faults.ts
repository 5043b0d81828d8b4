import { argv, env } from 'node:process';
import { thrownOf } from './page-pool.js';
import { version } from './version.js';

/** The exit code of a command that met a fault of this library. */
export const faultCode = 3;

/** What a command's `--help` says of that code. */
export const faultHelp = `${faultCode} where deepdive itself is at fault`;

/** What a page has met that nobody expected. */
class PageFault extends Error {
  override readonly name = 'PageFault';

  constructor(page: string, cause: unknown) {
    super(page, { cause });
  }
}

/** Adds the name of the page to what is thrown for it, but for errors of classes that say all by themselves. */
export async function forPage<T>(
  page: string,
  expected: readonly (new (...settings: never[]) => Error)[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw expected.some((one) => error instanceof one) ? error : new PageFault(page, error);
  }
}

/** Says in a line what has gone wrong, and what to do. Returns the exit code. */
export function tellFault(error: unknown): number {
  const [page, cause] = error instanceof PageFault ? [error.message, error.cause] : [undefined, error];
  const { message, stack } = thrownOf(cause);
  if (isOfSystem(cause)) {
    console.error(`${page ?? 'deepdive'}: ${cause.message}`);
    tellStack(stack);
    return 2;
  }
  const [words] = message.split('\n', 1);
  const where = page ?? ['deepdive', ...argv.slice(2)].join(' ');
  console.error(`${where}: fault in deepdive-elements ${version}: ${words}. Please report it, with the page.${hint()}`);
  tellStack(stack);
  return faultCode;
}

/** A file system without room or rights is nobody's fault here. */
const isOfSystem = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

/** Prints where something was thrown to whoever asks for it as `debug`, ESLint and Vite are asked: DEBUG=deepdive. */
export function tellStack(stack: string | undefined): void {
  if (stack && isDebugging()) console.error(stack);
}

/** Says how to see more, where not all is shown. */
const hint = () => (isDebugging() ? '' : ' DEBUG=deepdive shows the stack.');

const isDebugging = () => /(?:^|[\s,])(?:\*|deepdive)(?:$|[\s,])/.test(env['DEBUG'] ?? '');
