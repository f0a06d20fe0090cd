import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CsvReader } from '../../../../app/formats/csv/csv-reader.ts';
import type { AnnotationSet } from '../../../../app/interchange/annotation-set.ts';
import { neutralised } from '../../../../app/interchange/csv/cells.ts';
import { tablesOf } from '../../../../app/interchange/csv/rows.ts';
import { xlsx } from '../../../../app/interchange/xlsx/xlsx.ts';
import { zipOf } from '../../../../main/export/zip.ts';
import { ORIGIN, sets } from '../../app/interchange/arbitrary.ts';

/** Calc is a package of its own (libreoffice-calc-nogui on Debian); without it these tests are left out. */
const CALC = '/usr/lib/libreoffice/program/libsclo.so';
/** Every sheet, to a file of its own: comma, quotes around text, UTF-8, cells as they are shown, no formulas. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-calc-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inCalc(set: AnnotationSet): Promise<Map<string, string[][]>> {
  const entries = [...xlsx.write(set, ORIGIN)].map(({ name, chunks }) => ({
    name,
    bytes: Buffer.from([...chunks].join('')),
  }));
  await writeFile(join(folder, 'book.xlsx'), Buffer.concat([...zipOf(entries, 'book.xlsx')]));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [
    profile,
    '--headless',
    '--convert-to',
    ALL_SHEETS,
    '--outdir',
    folder,
    join(folder, 'book.xlsx'),
  ];
  await promisify(execFile)('soffice', args, { timeout: 110_000 });
  const sheets = new Map<string, string[][]>();
  for (const file of await readdir(folder)) {
    const [, sheet] = /^book-(.*)\.csv$/u.exec(file) ?? [];
    if (sheet === undefined) continue;
    const reader = new CsvReader({ delimiter: ',', lineBreak: '\n', skip: 0 });
    const text = (await readFile(join(folder, file), 'utf8')).replace(/^\ufeff/u, '');
    const items = [...reader.push(text), ...reader.finish()];
    sheets.set(
      sheet,
      items.flatMap((item) => (item.kind === 'row' ? [item.cells] : [])),
    );
  }
  return sheets;
}

describe.skipIf(!existsSync(CALC))('a workbook in LibreOffice Calc', () => {
  it('has every cell of every table as it was written', { timeout: 120_000 }, async () => {
    const shapes = fc.sample(sets, { numRuns: 12, seed: 7 });
    const set: AnnotationSet = {
      // Keys of stories are told apart, so that the tables of all of them are one.
      stories: shapes.flatMap(({ stories }, index) =>
        stories.map((story) => ({ ...story, key: `${index}/${story.key}` })),
      ),
      tags: shapes.flatMap(({ tags }) => tags),
      ratings: shapes[0]?.ratings ?? [],
    };
    const sheets = await inCalc(set);
    for (const { name, columns, rows } of tablesOf(set)) {
      const expected = [...rows()].map((row) =>
        columns.map((column) => asShown(neutralised(row[column] ?? ''))),
      );
      const [header, ...shown] = sheets.get(name) ?? [];
      expect(header, name).toEqual(columns);
      expect(
        shown.map((cells) => cells.map(asShown)),
        name,
      ).toEqual(expected);
    }
  });
});

/** Calc ends a line in a cell in one way only. */
function asShown(cell: string): string {
  return cell.replaceAll(/\r\n?/gu, '\n');
}
