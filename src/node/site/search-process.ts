import { setPriority } from 'node:os';
import { buildSearch, findPagefind, type SearchTask } from './search.js';

// Whoever waits for a page comes first, also before the program that this starts.
setPriority(10);

process.once('message', async (task) => {
  await buildSearch((await findPagefind())!, task as SearchTask, (files) => process.send!(files));
});
