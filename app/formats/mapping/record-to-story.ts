import type { Problem } from '../../problem.ts';
import type { Origin, Source } from '../../story.ts';
import type { ColumnMapping, ColumnPath } from '../column-mapping.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { readDateValue } from './date-value.ts';
import { languageFrom } from './language-value.ts';
import { asWritten, type Decode, type Decoded } from './markup.ts';
import { firstTextAt, textsAt } from './values.ts';

/** The story that a record tells with this mapping, or why it tells none (`record-no-text`). */
export function recordToStory(
  record: unknown,
  mapping: ColumnMapping,
  where: Origin,
  decode: Decode = asWritten,
): StoryRecord | Problem {
  const parts = mapping.text.flatMap((path) => partsOf(record, path, decode));
  const title = mapping.title === null ? null : joined(partsOf(record, mapping.title, decode), ' ') || null;
  const body = joined(parts, '\n\n');
  const text = body || title;
  if (text === null) {
    const column = mapping.text.map((path) => path.join('.')).join(', ');
    return { code: 'record-no-text', params: { ...where, column } };
  }
  const date = shortTextAt(record, mapping.date);
  const moment = date === null ? null : readDateValue(date);
  const link = firstTextAt(record, mapping.link);
  const lang = languageFrom(shortTextAt(record, mapping.lang) ?? '');
  return storyRecord({
    id: firstTextAt(record, mapping.id)?.toWellFormed() ?? null,
    source: sourceOf(shortTextAt(record, mapping.name), shortTextAt(record, mapping.handle)),
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    ...(lang === null ? {} : { lang }),
    link: link !== null && /^https?:\/\//iu.test(link) ? link.toWellFormed() : null,
    links: parts.flatMap(({ links = [] }) => links),
    media: parts.flatMap(({ media = [] }) => media),
    title: body === '' ? null : title,
    origin: where,
    text,
    segments: [{ kind: 'post', lang, start: 0, end: text.length }],
  });
}

/** A longer name is none, and a longer date or language says nothing. In UTF-16 units. */
const NAME_LIMIT = 200;

/** A list's items are lines. */
function partsOf(record: unknown, path: ColumnPath, decode: Decode): Decoded[] {
  const written = textsAt(record, path);
  return written.length === 0 ? [] : [decode(written.join('\n'))];
}

function joined(parts: readonly Decoded[], between: string): string {
  return parts
    .map(({ text }) => cleaned(text))
    .filter((text) => text !== '')
    .join(between);
}

/** LF line ends, no blank lines around, and nothing that UTF-8 could not hold. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd()
    .toWellFormed();
}

function shortTextAt(record: unknown, path: ColumnPath | null): string | null {
  return firstTextAt(record, path)?.slice(0, NAME_LIMIT) ?? null;
}

function sourceOf(name: string | null, handle: string | null): Source | null {
  const plain = handle?.replace(/^[@＠]/u, '').toWellFormed() || null;
  const shown = name?.toWellFormed() ?? plain;
  return shown === null ? null : { name: shown, handle: plain };
}
