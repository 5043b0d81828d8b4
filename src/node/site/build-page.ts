import { type Buffer, isUtf8 } from 'node:buffer';
import { dirname } from 'node:path';
import { VFile } from 'vfile';
import type { FrontMatter } from '../../unified/front-matter.js';
import { everyElement } from '../../unified/hast.js';
import { type PageAssets, pageOf } from '../../unified/page.js';
import { readWriteup, type Writeup } from '../../unified/writeup.js';
import { hashOf } from '../hash.js';
import { iconsFrom } from '../icons.js';
import { PageFileError, readPageFile } from '../page-file.js';

/** A page that has been built, as plain data, so that a thread can hand it to another. */
export interface BuiltPage {
  html: string;
  /** Of the source. */
  hash: string;
  title: string;
  description: string;
  frontMatter: FrontMatter;
  messages: PageMessage[];
  /** How many of each element the page has. */
  elements: Record<string, number>;
  /** The addresses of its pictures that stand beside it. */
  pictures: string[];
}

/** Something that the author should know. */
export interface PageMessage {
  line?: number;
  column?: number;
  rule: string;
  words: string;
  /** Whether the page is not as it should be because of it. */
  isError: boolean;
  /** Whether this library is at fault. */
  isFault?: boolean;
}

/** What stands in the way of a page. */
export class PageError extends Error {
  override readonly name = 'PageError';
  /** The same as a message of the page. */
  readonly said: PageMessage;

  constructor(words: string, { rule = 'page', line, column }: Partial<PageMessage> = {}) {
    super(words);
    this.said = { line, column, rule, words, isError: true };
  }
}

/** A page that cannot even be read. */
export class UnreadableError extends PageError {}

/** What has become of a page, as plain data. */
export type BuildOutcome = { page: BuiltPage } | { refusal: PageMessage; isUnreadable: boolean };

export interface BuildOptions {
  trust?: boolean;
  /** Changes the writeup before it becomes a page. */
  change?: (writeup: Writeup) => void;
}

/**
 * Builds a page of Markdown or HTML.
 * @throws PageError where there can be no such page
 */
export async function buildPage(
  path: string,
  assets: PageAssets,
  { trust = false, change }: BuildOptions = {},
): Promise<BuiltPage> {
  const bytes = await readBytes(path);
  const file = new VFile({ path, value: textOf(bytes) });
  let writeup: Writeup;
  try {
    writeup = readWriteup(file, { trust, icons: iconsFrom(dirname(path)) });
  } catch (error) {
    throw refusalOf(file, error);
  }
  change?.(writeup);
  const { title, description, frontMatter, content } = writeup;
  const elements: Record<string, number> = {};
  const pictures: string[] = [];
  everyElement(content, ({ tagName, properties: { src } }) => {
    if (tagName === 'img' && typeof src === 'string' && !/^([a-z][a-z\d+.-]*:|\/|#)/i.test(src)) pictures.push(src);
    if (tagName.includes('-')) elements[tagName] = (elements[tagName] ?? 0) + 1;
  });
  const html = pageOf(writeup, assets);
  return { html, hash: hashOf(bytes), title, description, frontMatter, messages: messagesOf(file), elements, pictures };
}

/** The same for another thread, where an error would lose its class. */
export async function outcomeOf(path: string, assets: PageAssets, options: BuildOptions): Promise<BuildOutcome> {
  try {
    return { page: await buildPage(path, assets, options) };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { refusal: error.said, isUnreadable: error instanceof UnreadableError };
  }
}

async function readBytes(path: string): Promise<Buffer> {
  return readPageFile(path).catch((error) => {
    if (!(error instanceof PageFileError)) throw error;
    throw error.rule === 'limits' ? new PageError(error.message, error) : new UnreadableError(error.message, error);
  });
}

/** A text without the mark that some editors begin it with. */
function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new UnreadableError('It is not UTF-8. Save it as that.');
  return bytes.toString().replace(/^\uFEFF/, '');
}

/** What was said when a page was refused; where nothing was, what was thrown. */
function refusalOf(file: VFile, error: unknown): unknown {
  const refusal = messagesOf(file).find(({ isError }) => isError);
  return refusal ? new PageError(refusal.words, refusal) : error;
}

function messagesOf(file: VFile): PageMessage[] {
  return file.messages.map(({ line, column, ruleId, reason, fatal }) => ({
    line,
    column,
    rule: ruleId ?? 'page',
    words: reason,
    isError: fatal === true,
  }));
}
