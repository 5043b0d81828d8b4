import { expect } from '@open-wc/testing';
import { isSafeUrl } from '../../src/internal/urls.js';

describe('isSafeUrl', () => {
  const base = 'https://example.com/studies/ledger.html';
  for (const url of [
    'https://a.b',
    'http://a.b',
    'mailto:a@b.c',
    '../cqrs/',
    '/patterns',
    '#top',
    '?page=2',
    '',
    '//a.b/c',
  ]) {
    it(`follows "${url}"`, () => expect(isSafeUrl(url, base)).to.equal(true));
  }
  for (const url of [
    'javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://a.b/1',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ]) {
    it(`does not follow ${JSON.stringify(url)}`, () => expect(isSafeUrl(url, base)).to.equal(false));
  }
  it('follows a relative address in a page opened from disk', () => {
    expect(isSafeUrl('cqrs.html', 'file:///home/me/ledger.html')).to.equal(true);
  });
});
