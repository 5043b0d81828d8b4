import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rehypeDeepdive from 'deepdive-elements/rehype';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

describe('the plugins', () => {
  it('stand among those of others', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkDeepdive)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeDeepdive)
      .use(rehypeStringify);
    assert.equal(
      String(processor.processSync('!!! tip "Split"\n    By ~~seller~~ buyer.')),
      '<note-callout kind="tip"><h2>Split</h2><p>By <del>seller</del> buyer.</p></note-callout>',
    );
  });

  it('say which one they need before them', () => {
    assert.throws(() => unified().use(remarkDeepdive).freeze(), /use remark-parse before it/);
  });
});
