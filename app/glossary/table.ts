import { type Delimiter, rowsOfText, rowText } from './cells.ts';
import type { GlossaryContent, GlossaryEntry } from './entry.ts';
import type { ReadGlossary } from './reading.ts';

/** The columns of a glossary as a table. Several variants stand in one cell, with `|` between them. */
const COLUMNS = ['source', 'source language', 'target', 'target language', 'variants', 'note'] as const;
type Column = (typeof COLUMNS)[number];

/** What other programs, and people, call them. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  source: ['source', 'source term', 'term', 'original', '原語', '原文', '用語'],
  'source language': [
    'source language',
    'source lang',
    'source_lang',
    'sourcelang',
    '原語の言語',
    '原文の言語',
  ],
  target: ['target', 'target term', 'translation', '訳語', '訳', '訳文'],
  'target language': [
    'target language',
    'target lang',
    'target_lang',
    'targetlang',
    '訳語の言語',
    '訳文の言語',
  ],
  variants: ['variants', 'variant', 'synonyms', 'alternatives', '異表記', '別表記', '表記ゆれ', '同義語'],
  note: ['note', 'notes', 'comment', 'definition', 'remarks', '備考', 'メモ', '注記', '説明'],
};

/** Languages of a table that does not tell. */
export interface UsualLanguages {
  source: string;
  target: string;
}

export function* glossaryTable(entries: Iterable<GlossaryEntry>, delimiter: Delimiter): Generator<string> {
  // Excel takes a table for UTF-8 where it begins with this mark only.
  if (delimiter === ',') yield '\ufeff';
  yield rowText(COLUMNS, delimiter);
  for (const { source, sourceLang, target, targetLang, variants, note } of entries)
    yield rowText([source, sourceLang, target, targetLang, variants.map(escaped).join('|'), note], delimiter);
}

/** Reads a table with or without a row of column names; without, the columns are source, target, note. */
export function readGlossaryTable(text: string, delimiter: Delimiter, usual: UsualLanguages): ReadGlossary {
  const rows = rowsOfText(text, delimiter);
  const named = columnsOf(rows[0]?.cells ?? []);
  const columns: Partial<Record<Column, number>> = named ?? { source: 0, target: 1, note: 2 };
  const found: ReadGlossary = { entries: [], refused: [] };
  for (const { line, cells } of named ? rows.slice(1) : rows) {
    const cell = (column: Column) => {
      const at = columns[column];
      return at === undefined ? '' : (cells?.[at] ?? '');
    };
    const entry: GlossaryContent = {
      source: cell('source').trim(),
      sourceLang: cell('source language').trim() || usual.source,
      target: cell('target').trim(),
      targetLang: cell('target language').trim() || usual.target,
      variants: unescaped(cell('variants')),
      note: cell('note'),
    };
    const reason =
      cells === null
        ? 'broken'
        : entry.source === ''
          ? 'no-source'
          : entry.target === ''
            ? 'no-target'
            : null;
    if (reason === null) found.entries.push({ line, entry });
    else found.refused.push({ line, words: entry.source || entry.target, reason });
  }
  return found;
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const columns: Partial<Record<Column, number>> = {};
  for (const [at, cell] of cells.entries()) {
    const name = cell.normalize('NFKC').trim().toLowerCase();
    const column = COLUMNS.find((candidate) => NAMES[candidate].includes(name));
    if (column !== undefined && columns[column] === undefined) columns[column] = at;
  }
  return columns.source !== undefined && columns.target !== undefined ? columns : null;
}

function escaped(variant: string): string {
  return variant.replace(/[\\|]/gu, '\\$&');
}

function unescaped(cell: string): string[] {
  const variants = [...cell.matchAll(/(?:[^\\|]|\\[\s\S]|\\$)+/gu)].map(([variant]) =>
    variant.replace(/\\([\s\S])/gu, '$1').trim(),
  );
  return [...new Set(variants)].filter((variant) => variant !== '');
}
