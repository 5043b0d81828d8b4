import { labels } from './fetching.js';
import { fetchNothing, heard, origin } from './listening.js';

describe('a diagram whose labels name addresses', () => {
  before(heard);

  fetchNothing(labels(`${origin}/fetched`));
});
