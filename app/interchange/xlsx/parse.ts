import type { XmlElement } from '../../formats/reading/xml-element.ts';
import { restored } from '../csv/cells.ts';
import { setOfRows } from '../csv/set-of-rows.ts';
import type { Row } from '../csv/table.ts';
import { TABLES } from '../csv/tables.ts';
import type { Reading } from '../format.ts';
import { type Files, unreadable } from '../reading.ts';
import { attributeIn, childOf, childrenOf, elementsIn, localName, rawTextOf, rootIn } from '../xml.ts';
import { WORKBOOK } from './parts.ts';
import { columnOf, continued, fromCellText } from './strings.ts';

/**
 * Reads a workbook with these tables, as it was written or as a spreadsheet has saved it since: sheets and columns in
 * any order, others beside them, strings shared or in place, with or without looks of their own.
 */
export function parse(files: Files): Reading {
  const sheets = sheetsIn(files);
  if (!sheets.has('stories')) unreadable(WORKBOOK, 'no sheet “stories”');
  const shared = sharedStrings(files);
  return setOfRows({
    rows: (name) => {
      const path = sheets.get(name);
      return path === undefined ? [] : rowsOf(files, path, shared, TABLES[name]);
    },
    where: (name) => sheets.get(name) ?? name,
  });
}

function textIn(files: Files, path: string): string {
  return files.get(path) ?? unreadable(path, 'missing');
}

/** The files of the sheets by their names. */
function sheetsIn(files: Files): Map<string, string> {
  const targets = new Map(
    childrenOf(rootIn('workbook.xml.rels', textIn(files, 'xl/_rels/workbook.xml.rels')), 'Relationship').map(
      (relation) => [attributeIn(relation, 'Id') ?? '', attributeIn(relation, 'Target') ?? ''],
    ),
  );
  const list = childOf(rootIn(WORKBOOK, textIn(files, WORKBOOK)), 'sheets');
  return new Map(
    (list ? childrenOf(list, 'sheet') : []).map((sheet) => {
      const id = Object.entries(sheet.attributes).find(([name]) => /^\w+:id$/u.test(name))?.[1] ?? '';
      const target = targets.get(id) ?? '';
      // A target is relative to the workbook, or to the package.
      return [attributeIn(sheet, 'name') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

const STRINGS = 'xl/sharedStrings.xml';

function sharedStrings(files: Files): string[] {
  const text = files.get(STRINGS);
  if (text === undefined) return [];
  return [...elementsIn(STRINGS, text, (name) => name === 'si')].map(wordsOf);
}

/** A string, in one piece or in runs of different looks; what tells how to read it aloud is no part of it. */
function wordsOf(element: XmlElement): string {
  const text = childrenOf(element, 't', 'r')
    .map((part) => (localName(part.name) === 't' ? rawTextOf(part) : wordsOf(part)))
    .join('');
  return fromCellText(text);
}

function rowsOf<C extends string>(
  files: Files,
  path: string,
  shared: readonly string[],
  columns: readonly C[],
): Row<C>[] {
  const rows = [...elementsIn(path, textIn(files, path), (name) => name === 'row')].map((row) =>
    cellsOf(row, shared),
  );
  const [header = [], ...records] = rows;
  const places = columns.map((column) => {
    if (!header.includes(column)) return unreadable(path, `no column “${column}”`);
    const own = [header.indexOf(column)];
    while (header.includes(continued(column, own.length + 1)))
      own.push(header.indexOf(continued(column, own.length + 1)));
    return [column, own] as const;
  });
  return records
    .filter((cells) => cells.some((cell) => cell !== undefined && cell !== ''))
    .map(
      (cells) =>
        Object.fromEntries(
          places.map(([column, own]) => [column, own.map((place) => restored(cells[place] ?? '')).join('')]),
        ) as Row<C>,
    );
}

/** The texts of a row by their columns. */
function cellsOf(row: XmlElement, shared: readonly string[]): (string | undefined)[] {
  const cells: (string | undefined)[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const at = columnOf(attributeIn(cell, 'r')) ?? cells.length;
    cells[at] = textOfCell(cell, shared);
  }
  return cells;
}

function textOfCell(cell: XmlElement, shared: readonly string[]): string {
  const [value, inline] = [childOf(cell, 'v'), childOf(cell, 'is')];
  const text = value ? rawTextOf(value) : '';
  switch (attributeIn(cell, 't')) {
    case 'inlineStr':
      return inline ? wordsOf(inline) : '';
    case 's':
      return shared[Number(text)] ?? '';
    case 'str':
      return fromCellText(text);
    default:
      return text;
  }
}
