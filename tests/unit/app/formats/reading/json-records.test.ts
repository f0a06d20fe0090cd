import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonRecords } from '../../../../../app/formats/reading/json-records.ts';
import { entryOf } from '../support.ts';

async function read(content: string) {
  const records: unknown[] = [];
  const problems: unknown[] = [];
  const places: string[] = [];
  for await (const found of jsonRecords(entryOf('x.json', content))) {
    if ('code' in found) problems.push([found.code, found.params.position]);
    else {
      records.push(found.value);
      places.push(`${found.origin.unit} ${found.origin.position}`);
    }
  }
  return { records, problems, places };
}

const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }), {
  minLength: 1,
});

describe('records of a JSON file', () => {
  it('are the same one a line, in a list and end to end', async () => {
    await fc.assert(
      fc.asyncProperty(objects, fc.constantFrom(1, 2), async (given, indent) => {
        const expected = JSON.parse(JSON.stringify(given));
        const lines = given.map((record) => JSON.stringify(record));
        for (const content of [
          lines.join('\n'),
          `\n${lines.join('\r\n')}\r\n`,
          `[${lines.join(',')}]`,
          `[\n${lines.join(',\n')}\n]`,
          JSON.stringify(given, null, indent),
          given.map((record) => JSON.stringify(record, null, indent)).join('\n'),
          lines.join(''),
        ]) {
          const { records, problems } = await read(content);
          expect(records).toEqual(expected);
          expect(problems).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have their line, or their place', async () => {
    expect((await read('{"a":1}\n\n{"a":2}\n')).places).toEqual(['line 1', 'line 3']);
    expect((await read('[{"a":1},\n\n{"a":2}]')).places).toEqual(['record 1', 'record 2']);
  });

  it('that are broken are problems, and the next line is read', async () => {
    expect(await read('{"a":1\n{"a":2}\n{"a":3} and {"a":4}\n{"a":')).toEqual({
      records: [{ a: 2 }, { a: 3 }, { a: 4 }],
      problems: [
        ['record-bad-json', 1],
        ['record-bad-json', 4],
      ],
      places: ['line 2', 'line 3', 'line 3'],
    });
  });

  it('of a document over several lines are that document', async () => {
    expect((await read('{"items": [\n{"a":1},\n{"a":2}\n]}')).records).toEqual([
      { items: [{ a: 1 }, { a: 2 }] },
    ]);
  });

  it('are none in a file without any', async () => {
    expect(await read(' \n ')).toEqual({ records: [], problems: [], places: [] });
  });
});
