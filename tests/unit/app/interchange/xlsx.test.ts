import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationSet, SetStory } from '../../../../app/interchange/annotation-set.ts';
import {
  cellText,
  columnName,
  columnOf,
  fromCellText,
  partsOf,
} from '../../../../app/interchange/xlsx/strings.ts';
import { xlsx } from '../../../../app/interchange/xlsx/xlsx.ts';
import { ORIGIN } from './arbitrary.ts';

const story = (text: string): SetStory => ({
  ...{ key: 'd/1', text, lang: 'ja', source: null, publishedAt: null, link: null },
  ...{ claims: [], taggings: [], notes: [] },
});
const set = (...stories: SetStory[]): AnnotationSet => ({ stories, tags: [], ratings: [] });
const files = (from: AnnotationSet) =>
  new Map([...xlsx.write(from, ORIGIN)].map(({ name, chunks }) => [name, [...chunks].join('')]));

describe('a string in a workbook', () => {
  it('comes back as it was: line breaks, and words that look like its own escapes', () => {
    const text = fc
      .array(fc.constantFrom('_', 'x', '000D', '005F', '_x000D_', '_x005f_', '\r', '\n', '\r\n', '円'), {
        maxLength: 9,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (words) => {
        expect(cellText(words)).not.toContain('\r');
        expect(fromCellText(cellText(words))).toBe(words);
      }),
    );
  });

  it('goes on in the next cell where one does not hold it, and never in the middle of a pair', () => {
    const long = `${'a'.repeat(32_765)}😀=1+1${'あ'.repeat(70_000)}`;
    const parts = partsOf(long);
    expect(parts.join('')).toBe(long);
    expect(parts.map(({ length }) => length)).toEqual([32_765, 32_766, 32_766, 4_474]);
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  });

  it('stands in a column that has a name', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(['A1', 'Z9', 'AA12', 'ZZ1', 'AAA1', null, '7'].map(columnOf)).toEqual([
      ...[0, 25, 26, 701, 702, null, null],
    ]);
  });
});

describe('a workbook', () => {
  it('holds texts of any length, in cells that Excel takes', () => {
    const long = `'=${'灯台😀'.repeat(30_000)}`;
    const written = files(set(story(long), { ...story('short'), key: 'd/2' }));
    const sheet = written.get('xl/worksheets/sheet5.xml') ?? '';
    for (const [, text = ''] of sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/gu))
      expect(text.length).toBeLessThanOrEqual(32_767);
    expect(sheet).toContain('text (3)');
    expect(xlsx.parse(written).set.stories.map(({ text }) => text)).toEqual([long, 'short']);
  });

  it('has no formula, figure or date: every cell is a string', () => {
    const written = files(set(story('=1+1')));
    for (const [name, text] of written) {
      if (!name.startsWith('xl/worksheets/')) continue;
      expect(text).not.toMatch(/<f>|<v>| t="(?!inlineStr)/u);
      for (const [cell] of text.matchAll(/<c [^>]*[^/]>/gu)) expect(cell).toContain('t="inlineStr"');
    }
    expect(written.get('xl/worksheets/sheet5.xml')).toContain(">'=1+1</t>");
  });

  it('names each part that it consists of, and has no other', () => {
    const written = files(set(story('x')));
    const named = [...(written.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/gu)];
    const parts = [...written.keys()].filter((name) => !/rels$|^\[/u.test(name));
    expect(named.map(([, name]) => name).sort()).toEqual(parts.sort());
    expect([...written.keys()][0]).toBe('[Content_Types].xml');
  });

  it('is read as a spreadsheet saves it: shared strings, runs, readings, columns elsewhere, cells left out', () => {
    const part = (body: string) => `<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="m">${body}</x:worksheet>`;
    const saved = new Map([
      [
        'xl/workbook.xml',
        '<workbook xmlns:r="o"><sheets><sheet name="Mine" sheetId="9" r:id="rId1"/><sheet name="stories" sheetId="2" r:id="rId7"/></sheets></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/other.xml"/><Relationship Id="rId1" Target="worksheets/mine.xml"/></Relationships>',
      ],
      [
        'xl/sharedStrings.xml',
        `<sst><si><t>story</t></si>${['lang', 'source', 'handle', 'published', 'link', 'text']
          .map((name) => `<si><t>${name}</t></si>`)
          .join(
            '',
          )}<si><t>d/1</t></si><si><r><rPr><b/></rPr><t>港</t></r><r><t xml:space="preserve"> が_x000D_&#10;</t></r><r><t>開く</t></r><rPh sb="0" eb="1"><t>みなと</t></rPh></si></sst>`,
      ],
      [
        'xl/worksheets/other.xml',
        part(
          `<x:sheetData><x:row r="1">${[6, 0, 1, 2, 3, 4, 5].map((index) => `<x:c t="s"><x:v>${index}</x:v></x:c>`).join('')}</x:row>` +
            '<x:row r="2"><x:c r="A2" t="s"><x:v>8</x:v></x:c><x:c r="B2" t="s"><x:v>7</x:v></x:c><x:c r="F2"><x:v>2025</x:v></x:c></x:row><x:row r="3"/></x:sheetData>',
        ),
      ],
    ]);
    const [read, ...more] = xlsx.parse(saved).set.stories;
    expect(more).toEqual([]);
    expect(read).toMatchObject({ key: 'd/1', text: '港 が\r\n開く', publishedAt: '2025', source: null });
  });

  it('that is none, or has lost a column, is refused with its place', () => {
    expect(() => xlsx.parse(new Map())).toThrow('interchange-unreadable');
    const written = files(set(story('x')));
    written.set('xl/worksheets/sheet5.xml', '<worksheet><sheetData><row r="1"/></sheetData></worksheet>');
    expect(() => xlsx.parse(written)).toThrow('interchange-unreadable');
    written.set('xl/worksheets/sheet5.xml', '<worksheet><sheetData><row></sheetData>');
    expect(() => xlsx.parse(written)).toThrow('interchange-unreadable');
  });
});
