import type { Language, Source } from '../../story.ts';
import type { Moment } from '../../text/dates.ts';
import type { ColumnMapping, ColumnPath } from '../column-mapping.ts';
import { readDateValue } from './date-value.ts';
import { languageFrom } from './language-value.ts';
import { asWritten, type Decode, type Decoded } from './markup.ts';
import { firstTextAt, textsAt } from './values.ts';

/** What a record says of its story. */
export interface RecordFacts {
  /** LF line ends, no blank lines around; empty where the record says nothing. */
  text: string;
  links: string[];
  media: string[];
  title: string | null;
  id: string | null;
  source: Source | null;
  moment: Moment | null;
  /** null: the text has to tell. */
  lang: Language | null;
  link: string | null;
}

/** A longer name is none, and a longer date or language says nothing. In UTF-16 units. */
const NAME_LIMIT = 200;

/** Reads a record by a mapping. Its title is its text where it has no other. */
export function factsOf(record: unknown, mapping: ColumnMapping, decode: Decode = asWritten): RecordFacts {
  const parts = mapping.text.flatMap((path) => partsOf(record, path, decode));
  const title = titleOf(record, mapping, decode);
  const body = joined(parts, '\n\n');
  const link = firstTextAt(record, mapping.link);
  return {
    text: body || title,
    links: parts.flatMap(({ links = [] }) => [...links]),
    media: parts.flatMap(({ media = [] }) => [...media]),
    title: body === '' || title === '' ? null : title,
    id: firstTextAt(record, mapping.id)?.toWellFormed() ?? null,
    source: sourceOf(
      nameFrom(shortTextAt(record, mapping.name)),
      handleFrom(shortTextAt(record, mapping.handle)),
    ),
    moment: dateFrom(shortTextAt(record, mapping.date)),
    lang: languageFrom(shortTextAt(record, mapping.lang) ?? ''),
    link: link !== null && /^https?:\/\//iu.test(link) ? link.toWellFormed() : null,
  };
}

/** The text alone, as `factsOf` gives it. */
export function textOfRecord(record: unknown, mapping: ColumnMapping): string {
  const parts = mapping.text.flatMap((path) => partsOf(record, path, asWritten));
  return joined(parts, '\n\n') || titleOf(record, mapping, asWritten);
}

function titleOf(record: unknown, { title }: ColumnMapping, decode: Decode): string {
  return title === null ? '' : joined(partsOf(record, title, decode), ' ');
}

/** The handle is the name where there is no other. */
export function sourceOf(name: string | null, handle: string | null): Source | null {
  const shown = name ?? handle;
  return shown === null ? null : { name: shown, handle };
}

export function nameFrom(value: string | null): string | null {
  return value?.toWellFormed() ?? null;
}

export function handleFrom(value: string | null): string | null {
  return value?.replace(/^[@＠]/u, '').toWellFormed() || null;
}

export function dateFrom(value: string | null): Moment | null {
  return value === null ? null : readDateValue(value);
}

function shortTextAt(record: unknown, path: ColumnPath | null): string | null {
  return shortened(firstTextAt(record, path));
}

/** A name, date or language is no longer than this. */
export function shortened(text: string | null): string | null {
  return text?.slice(0, NAME_LIMIT) ?? null;
}

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

/** A text with LF line ends, without blank lines around it, and with nothing that UTF-8 could not hold. */
export function cleaned(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd()
    .toWellFormed();
}
