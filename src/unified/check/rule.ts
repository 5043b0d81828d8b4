import type { Nodes, Root } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../front-matter.js';

/** `error` makes the command fail, `warn` where it is told to be strict, `info` never. */
export type Severity = 'error' | 'warn' | 'info';

/** Where something stands in a file; lines and columns are counted from 1. */
export interface Place {
  start: Point;
  end: Point;
}

/** Something that a rule has to say about a file. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** What would end it, where that is certain. */
  fix?: Fix;
}

/** What to write into a file, in place of what is there. */
export interface Fix {
  /** In UTF-16 units of the file's text, as the end is. */
  start: number;
  end: number;
  text: string;
}

/** A page as the rules see it. */
export interface CheckedPage {
  file: VFile;
  /** The file as its author wrote it. */
  source: string;
  lines: readonly string[];
  /** What it says, in the elements that were recognized; not sanitized, with the author's comments. */
  tree: Root;
  frontMatter: FrontMatter;
  /** The line and column of an offset in the source. */
  pointAt: (offset: number) => Point;
  /** A whole line, without the white space before it. */
  lineAt: (line: number) => Place;
  /** Where a node stands, or what is nearest to it: not every node knows. */
  nearest: (node: Nodes) => Place;
}

export type Report = (place: Place, message: string, fix?: Fix) => void;

/** What to look for in a page. */
export interface Rule {
  /** As it is called in reports and in comments that silence it. */
  name: string;
  severity: Severity;
  /** What it finds, in a sentence. */
  summary: string;
  /** What exactly it finds, and what an author does about it. */
  help: string;
  check: (page: CheckedPage, report: Report) => void | Promise<void>;
}
