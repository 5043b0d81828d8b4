import { own } from '../internal/own.js';
import type { FrontMatter } from './front-matter.js';

/** The first of these fields that says something in one line, as text; several values joined by commas. */
export function textOf(frontMatter: FrontMatter, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = listOf(frontMatter, name).join(', ');
    if (text) return text;
  }
  return undefined;
}

/** The values of a field that may be one or a list. What is neither text nor number is left out. */
export function listOf(frontMatter: FrontMatter, name: string): string[] {
  const value = own(frontMatter, name);
  return (Array.isArray(value) ? value : [value])
    .flatMap((one: unknown) => (typeof one === 'string' || typeof one === 'number' ? String(one).trim() : []))
    .filter(Boolean);
}

/** `data-processing` and `in_progress` as words. What is written in words stays. */
export function humanized(text: string): string {
  const words = /\s/.test(text) ? text : text.replace(/(?<=\w)[-_](?=\w)/g, ' ');
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** `25 min`, `1 h 10 min` or a number of minutes, as minutes. */
export function minutesOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const [, hours = 0] = /(?<!\d)(\d+)\s*h(?:\b|ours?\b)/i.exec(text) ?? [];
  const [, minutes = 0] = /(?<!\d)(\d+)\s*m(?:\b|ins?\b|inutes?\b)/i.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes) || undefined;
}

/** The day of `2025-07-28` or `2025-07-28T10:00:00Z`; nothing where there is no such day. */
export function dayOf(text: string | undefined): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text ?? '') ?? [];
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** The day on which a page was last changed. */
export const changedOn = (frontMatter: FrontMatter) => textOf(frontMatter, 'last_updated', 'updated', 'date');
