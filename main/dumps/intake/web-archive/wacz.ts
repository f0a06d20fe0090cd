import { TextDecoder } from '@exodus/bytes/encoding.js';
import { textLines } from '../../../../app/formats/reading/text-lines.ts';
import { ignore, type Source } from '../source.ts';
import { RecordSource } from './record-source.ts';

/** The file that says what a WACZ is. */
export const DESCRIPTION = 'datapackage.json';
const ARCHIVE = /^archive\/[^/]+\.w?arc(?:\.gz)?$/i;
const PAGES = /^pages\/[^/]+\.jsonl$/i;

/** WACZ 1.1: a zip archive of web archives, with an index of their pages. @param names relative to it */
export function isWacz(names: readonly string[]): boolean {
  return names.includes(DESCRIPTION) && names.some((name) => ARCHIVE.test(name));
}

export const isArchiveOfWacz = (name: string) => ARCHIVE.test(name);
export const isPagesOfWacz = (name: string) => PAGES.test(name);

/** The texts in a list of pages, for those pages that no archive has. @param known addresses of the others */
export async function* pageTexts(
  pages: Source,
  archive: string,
  known: ReadonlySet<string>,
): AsyncGenerator<RecordSource> {
  for await (const { text } of textLines(decoded(pages))) {
    const page = pageOf(text);
    if (page === null || known.has(page.url)) continue;
    const body = Buffer.from([page.title, page.text].filter((part) => part !== '').join('\n\n'));
    yield new RecordSource(archive, page.url, page.date, 'text/plain; charset=utf-8', body);
  }
}

async function* decoded(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of source.read(ignore)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Null for a line without text, as the first one, which is a header. */
function pageOf(line: string): { url: string; title: string; text: string; date: string | null } | null {
  try {
    const { url, title, text, ts } = JSON.parse(line) as Record<string, unknown>;
    if (typeof url !== 'string' || typeof text !== 'string' || text.trim() === '') return null;
    const date = typeof ts === 'string' && !Number.isNaN(Date.parse(ts)) ? ts : null;
    return { url, title: typeof title === 'string' ? title : '', text, date };
  } catch {
    return null;
  }
}
