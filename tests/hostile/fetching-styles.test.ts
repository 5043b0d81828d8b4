import { styles } from './fetching.js';
import { fetchNothing, heard, origin } from './listening.js';

describe('a diagram whose styles name addresses', () => {
  before(heard);

  fetchNothing(styles(`${origin}/fetched`));
});
