import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../../app/formats/column-mapping.ts';
import { factsOf } from '../../../../../app/formats/mapping/record-facts.ts';
import { storyOfFacts } from '../../../../../app/formats/mapping/record-to-story.ts';
import { parseJson } from '../../../../../app/formats/reading/parse-json.ts';
import { PRECISIONS } from '../../../../../app/precision.ts';
import { dayOfIso, secondsOfIso } from '../../../../../app/text/dates.ts';
import { languageCode } from '../../../../../app/text/language.ts';
import { LineIndexer } from '../../../../../main/dumps/json-lines/line-indexer.ts';
import { NO_DAY, NO_SOURCE, NO_TIME, StoryColumns } from '../../../../../main/dumps/story-columns.ts';
import { parserOf } from '../../../../../main/dumps/story-kind.ts';
import { MAPPING, written } from './records.ts';

interface Row {
  start: number;
  length: number;
  source: unknown;
  day: number;
  language: number;
  precision: number;
  time: number;
  fingerprint: string;
}

/** An indexer remembers much: of what came before in a test, nothing may show. */
const indexers = new Map<string, { indexer: LineIndexer; columns: StoryColumns }>();

function indexerOf(mapping: ColumnMapping, parses: boolean) {
  const key = JSON.stringify([mapping, parses]);
  let known = indexers.get(key);
  if (known === undefined) {
    const columns = new StoryColumns();
    known = { indexer: new LineIndexer(mapping, columns), columns };
    indexers.set(key, known);
  }
  known.columns.count = 0;
  return known;
}

/** @param parses every line is parsed */
function indexed(lines: readonly string[], mapping: ColumnMapping, parses: boolean) {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const { indexer, columns } = indexerOf(mapping, parses);
  indexer.setBytes(bytes, 1000, parses);
  const troubles: (string | null)[] = [];
  for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start))
    troubles.push(indexer.line(start, end)?.code ?? null);
  const rows = Array.from({ length: columns.count }, (_, row): Row => {
    const { start, length, source, day, language, flags, time, low, high } = columns.blockOf(0);
    const number = source[row] as number;
    return {
      start: start[row] as number,
      length: length[row] as number,
      source: number === NO_SOURCE ? null : indexer.sources[number],
      day: day[row] as number,
      language: language[row] as number,
      precision: flags[row] as number,
      time: time[row] as number,
      fingerprint: `${low[row]} ${high[row]}`,
    };
  });
  return { rows, troubles };
}

/** What the story of a line has, when it is read. */
function told(line: string, mapping: ColumnMapping): Omit<Row, 'start' | 'length' | 'fingerprint'> | string {
  try {
    const facts = factsOf(parseJson(Buffer.from(line).toString()), mapping);
    if (facts.text === '') return 'record-no-text';
    const { source, publishedAt, precision, lang } = storyOfFacts(facts, null);
    return {
      source,
      day: publishedAt === null ? NO_DAY : dayOfIso(publishedAt),
      precision: PRECISIONS.indexOf(precision),
      time: (publishedAt === null ? null : secondsOfIso(publishedAt)) ?? NO_TIME,
      language: languageCode(lang),
    };
  } catch {
    return 'record-bad-json';
  }
}

const mappings: ColumnMapping[] = [
  MAPPING,
  { ...MAPPING, id: null },
  { ...MAPPING, text: [['text'], ['title']], lang: null },
  { ...MAPPING, text: [['extra', '*', 'text']], title: ['text'] },
  { ...MAPPING, name: ['user', 'handle'], date: ['id'], lang: null },
];

describe('lines of JSON that are not parsed', () => {
  it('give the rows that parsing them gives', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...mappings),
        (lines, mapping) => {
          const each = lines.map((line) => line.replaceAll('\n', ' '));
          const quick = indexed(each, mapping, false);
          expect(quick).toEqual(indexed(each, mapping, true));
          const stories = each.map((line) => told(line, mapping));
          expect(quick.troubles).toEqual(stories.map((story) => (typeof story === 'string' ? story : null)));
          expect(quick.rows.map(({ start, length, fingerprint, ...row }) => row)).toEqual(
            stories.filter((story) => typeof story !== 'string'),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('have a text that can be read without the rest of its line', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 6 }), (lines) => {
        const each = lines.map((line) => line.replaceAll('\n', ' '));
        const bytes = Buffer.from(each.map((line) => `${line}\n`).join(''));
        const { columns } = indexerOf(MAPPING, false);
        indexed(each, MAPPING, false);
        const parser = parserOf({ kind: 'json', mapping: MAPPING });
        for (let row = 0; row < columns.count; row += 1) {
          const [start, end] = [columns.startOf(row) - 1000, columns.endOf(row) - 1000];
          const text = parser.textOf(bytes, start, end, columns.bylineOf(row));
          expect(text).toBe(factsOf(parseJson(bytes.toString('utf8', start, end)), MAPPING).text);
          expect(parser.textOf(bytes, start, end)).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are few: what programs write is not parsed, whatever their spacing and escapes', () => {
    const post = {
      id: '7',
      at: '2025-02-08T10:30:00Z',
      user: { name: '湊新報' },
      text: '橋が「開通」した。\n"港"も。'.repeat(9),
      n: [1, { a: 2 }],
    };
    const plain = JSON.stringify(post);
    const spaced = JSON.stringify(post, null, 1).replaceAll('\n', ' ');
    const ascii = plain.replace(/[\u007f-\uffff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
    const parse = JSON.parse;
    try {
      JSON.parse = () => {
        throw new Error('parsed');
      };
      expect(indexed([plain, spaced, plain, `${spaced}\r`], MAPPING, false).troubles).toEqual([
        null,
        null,
        null,
        null,
      ]);
      // A name with escapes is parsed once.
      JSON.parse = parse;
      expect(indexed([ascii, ascii], MAPPING, false).rows.map(({ source }) => source)).toEqual([
        { name: '湊新報', handle: null },
        { name: '湊新報', handle: null },
      ]);
    } finally {
      JSON.parse = parse;
    }
  });

  it('have the fingerprint of their id or of their text, however either is written', () => {
    const texts = [
      '{"id":"7","text":"橋"}',
      '{"id":7,"text":"港"}',
      '{"id":" \\u0037","text":"x"}',
      '{"id":[null,"7"],"text":"y"}',
    ];
    expect(new Set(indexed(texts, MAPPING, false).rows.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    const same = [
      '{"text":"橋と港"}',
      '{"text":"\\u6a4b\\u3068港\\n"}',
      '{"id":null,"text":["橋と港"]}',
      '{"id":" ","text":"\\n橋と港 "}',
    ];
    expect(new Set(indexed(same, MAPPING, false).rows.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    const other = [
      '{"text":"橋と港"}',
      '{"text":"橋と津"}',
      '{"text":"橋と港","at":"2025-02-08"}',
      '{"text":"橋と港","user":{"name":"湊"}}',
    ];
    expect(new Set(indexed(other, MAPPING, false).rows.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });
});
