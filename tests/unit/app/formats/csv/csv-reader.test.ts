import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvItem, CsvReader } from '../../../../../app/formats/csv/csv-reader.ts';
import type { CsvDialect } from '../../../../../app/formats/csv/dialect.ts';

const COMMA: CsvDialect = { delimiter: ',', lineBreak: '\n', skip: 0 };

function read(text: string, dialect = COMMA, size = 3, limit?: number): CsvItem[] {
  const reader = new CsvReader(dialect, limit);
  const items: CsvItem[] = [];
  for (let at = 0; at < text.length; at += size) items.push(...reader.push(text.slice(at, at + size)));
  return [...items, ...reader.finish()];
}
const cells = (items: CsvItem[]) => items.map((item) => (item.kind === 'row' ? item.cells : item.kind));

describe('a table read in chunks', () => {
  it('has the rows that were written, whatever is in the cells', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', '湊'), maxLength: 6 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (table, delimiter, lineBreak, quoteAll, size) => {
          const quoted = (text: string) => quoteAll || /["\n\r]/u.test(text) || text.includes(delimiter);
          const written = table.map((row) =>
            row.map((text) => (quoted(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter),
          );
          const found = read(written.join(lineBreak), { delimiter, lineBreak: '\n', skip: 0 }, size);
          expect(cells(found)).toEqual(table.filter((row) => row.some((text) => text !== '')));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells the line where each row starts', () => {
    expect(read('a,b\n\n1,"x\ny\nz"\n,\n2,w')).toEqual([
      { kind: 'row', cells: ['a', 'b'], line: 1 },
      { kind: 'row', cells: ['1', 'x\ny\nz'], line: 3 },
      { kind: 'row', cells: ['2', 'w'], line: 7 },
    ]);
  });

  it('may break its lines with carriage returns', () => {
    expect(cells(read('a,b\r1,"x\ry"\r', { ...COMMA, lineBreak: '\r' }))).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
    ]);
  });

  it.each([
    ['1,5" disk,x\n', [['1', '5" disk', 'x']]],
    ['"He said "hi" twice",x\n', [['He said "hi" twice', 'x']]],
    ['"a" ,"b"  \n', [['a', 'b']]],
    ['"a""",b', [['a"', 'b']]],
  ])('takes quotes within a cell for text: %j', (text, rows) => {
    expect(cells(read(text))).toEqual(rows);
  });

  it.each([
    ['that nothing closes', '1,"lone\n2,b\n3,c\n'],
    ['before a quoted cell', '1,"lone\n2,"b"\n3,"c"\n'],
    ['before a quoted line', '1,"lone\n"2",b\n"3","c"'],
    ['at the very end', '2,b\n3,c\n1,"lone'],
  ])('is not swallowed by a lone quote %s', (_where, text) => {
    const found = read(text);
    expect(
      cells(found)
        .filter((row) => Array.isArray(row))
        .sort(),
    ).toEqual([
      ['1', '"lone'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
    const lone = text.slice(0, text.indexOf('lone')).split('\n').length;
    expect(found.filter((item) => item.kind === 'broken-quote')).toEqual([
      { kind: 'broken-quote', line: lone },
    ]);
  });

  it('takes a lone quote for text without losing the quoted cells of its line', () => {
    expect(cells(read('"a, b","lone\nx,"y"\n'))).toEqual(['broken-quote', ['a, b', '"lone'], ['x', 'y']]);
  });

  it('is not held up by a file full of lone quotes', () => {
    const rows = 20_000;
    const found = read('x,"5\'10 "tall" he\n'.repeat(rows), COMMA, 1 << 16);
    expect(found.filter((item) => item.kind === 'row')).toHaveLength(rows);
  });

  it('leaves out a row that is too large, and goes on behind its line', () => {
    const long = 'x'.repeat(100);
    expect(cells(read(`a,b\n1,${long}\n2,y`, COMMA, 7, 50))).toEqual([['a', 'b'], 'too-large', ['2', 'y']]);
    expect(read(`1,"${long}"\n2,y`, COMMA, 7, 50)).toEqual([
      { kind: 'too-large', line: 1 },
      { kind: 'row', cells: ['2', 'y'], line: 2 },
    ]);
  });
});
