import { expect } from '@open-wc/testing';
import { prefix, recall, version } from '../../src/diagrams/recall.js';
import { refresh, remember } from '../../src/diagrams/remember.js';

const entry = (name: string) => ({ name: `${prefix}${name}`, key: `key of ${name}` });
const size = () => Object.keys(localStorage).reduce((sum, name) => sum + localStorage.getItem(name)!.length, 0);

describe('drawings of earlier visits', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('belong to this version of the library', async () => {
    const { version: own } = (await (await fetch('/package.json')).json()) as { version: string };
    expect(version).to.equal(own);
  });

  it('are recalled by their whole key', () => {
    remember(entry('a'), '<svg>a</svg>');
    expect(recall(entry('a'))).to.equal('<svg>a</svg>');
    expect(recall({ ...entry('a'), key: 'key of another with the same name' })).to.equal(undefined);
    expect(recall(entry('b'))).to.equal(undefined);
  });

  it('take no more than a million characters: what has not been shown for longest goes', () => {
    const large = 'x'.repeat(200_000);
    for (const name of ['a', 'b', 'c', 'd']) remember(entry(name), large);
    refresh(entry('a'));
    for (const name of ['e', 'f']) remember(entry(name), large);
    expect(size()).to.be.below(1_001_000);
    expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((name) => recall(entry(name)))).to.deep.equal(['a', 'd', 'e', 'f']);
  });

  it('give way where the site has filled the storage', () => {
    for (const name of ['a', 'b', 'c', 'd']) remember(entry(name), name);
    const { setItem } = Storage.prototype;
    let room = 2;
    Storage.prototype.setItem = function (name: string, value: string) {
      if (name === entry('new').name && room-- > 0) throw new DOMException('Full.', 'QuotaExceededError');
      setItem.call(this, name, value);
    };
    try {
      remember(entry('new'), 'new');
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(recall(entry('new'))).to.equal('new');
    expect(recall(entry('a'))).to.equal(undefined);
  });

  it('leave alone what others keep, also where it looks broken', () => {
    localStorage.setItem('theirs', 'kept');
    localStorage.setItem('deepdive-diagrams', '["theirs", 1, null');
    remember(entry('a'), 'x');
    localStorage.setItem('deepdive-diagrams', '["theirs"]');
    for (let at = 0; at < 10; at++) remember(entry(`n${at}`), 'x'.repeat(200_000));
    expect(localStorage.getItem('theirs')).to.equal('kept');
    expect(size()).to.be.below(1_001_100);
  });

  it('are too large to be kept from a quarter of that on', () => {
    remember(entry('huge'), 'x'.repeat(260_000));
    expect(recall(entry('huge'))).to.equal(undefined);
  });
});
