import { setPriority } from 'node:os';
import { tellFault } from '../faults.js';
import { UsageError } from '../usage-error.js';
import { buildSearch, findPagefind, type SearchTask } from './search.js';

// Whoever waits for a page comes first, also before the program that this starts.
setPriority(10);

process.once('message', async (task) => {
  try {
    await buildSearch((await findPagefind())!, task as SearchTask, (files) => process.send!(files));
  } catch (error) {
    if (error instanceof UsageError) console.error(error.message);
    else tellFault(error);
    process.exitCode = 1;
  }
});
