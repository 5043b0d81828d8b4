import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { pipeline } from './pipeline.mjs';

describe('the plugins', () => {
  it('stand among those of others', () => {
    const processor = pipeline().use(rehypeStringify);
    assert.equal(
      String(processor.processSync('!!! tip "Split"\n    By ~~seller~~ buyer.')),
      '<note-callout kind="tip"><h2>Split</h2><p>By <del>seller</del> buyer.</p></note-callout>',
    );
  });

  it('say which one they need before them', () => {
    assert.throws(() => unified().use(remarkDeepdive).freeze(), /use remark-parse before it/);
  });
});
