import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonValue, jsonValues } from '../../../../../app/formats/reading/json-values.ts';
import type { Problem } from '../../../../../app/problem.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, paths: string[][], size = 7, limit = 1 << 20) {
  const found: (JsonValue | Problem)[] = [];
  for await (const item of jsonValues(pieces(text, size), paths, 'x.json', limit)) found.push(item);
  return found;
}
const values = (found: (JsonValue | Problem)[]) =>
  found.map((item) => ('value' in item ? item.value : item.code));

/** How lists are written so that a line begins with each of their values. */
const layouts = [
  {
    path: [['*']],
    record: (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  '),
    list: (records: string[]) => `[\n  ${records.join(',\n  ')}\n]`,
  },
  {
    path: [['*']],
    record: (value: unknown) => JSON.stringify(value),
    list: (records: string[]) => `[\n${records.join(',\n')}\n]\n`,
  },
  {
    path: [['data', '*']],
    record: (value: unknown) => JSON.stringify(value, null, '\t').replaceAll('\n', '\n\t\t'),
    list: (records: string[]) => `{\n\t"data": [\n\t\t${records.join(',\n\t\t')}\n\t]\n}`,
  },
];

describe('values of a JSON text read in chunks', () => {
  it('are those that JSON.parse finds, whatever the chunks and the spacing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        async (items, other, size, indent) => {
          const text = JSON.stringify({ other, items, more: other }, null, indent);
          expect(values(await read(text, [['items', '*']], size))).toEqual(JSON.parse(text).items);
          expect(values(await read(text, [['other'], ['more']], size))).toEqual(
            [other, other].map((value) => JSON.parse(JSON.stringify(value))),
          );
          expect(values(await read(text, [[]], size))).toEqual([JSON.parse(text)]);
        },
      ),
    );
  });

  it('come with the line they start on and their place', async () => {
    const found = await read('window.YTD.x.part0 = [\n  1,\n\n  {"a": "]"},\n "x"\n];\n', [['*']]);
    expect(found).toEqual([
      { path: 0, value: 1, line: 2, record: 1 },
      { path: 0, value: { a: ']' }, line: 4, record: 2 },
      { path: 0, value: 'x', line: 5, record: 3 },
    ]);
  });

  it('come from several documents, end to end or one a line', async () => {
    expect(values(await read('{"a":1}{"a":2}\n{"a":[3]}', [[]]))).toEqual([{ a: 1 }, { a: 2 }, { a: [3] }]);
  });

  it('that are no JSON are problems, and the next one is read', async () => {
    const found = await read('[{"a":1},\n{"a":tru},\n{"a":3}]', [['*']]);
    expect(values(found)).toEqual([{ a: 1 }, 'record-bad-json', { a: 3 }]);
    expect(found[1]).toMatchObject({ params: { entry: 'x.json', unit: 'line', position: 2 } });
  });

  it('that are too large are problems', async () => {
    expect(values(await read(`["${'x'.repeat(100)}",2]`, [['*']], 7, 20))).toEqual(['record-too-large', 2]);
  });

  it('are found behind one that lacks a bracket, a quote or anything else', async () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(...layouts),
        async (records, which, where, size, layout) => {
          const texts = records.map((each) => layout.record(each));
          const broken = which % texts.length;
          const text = texts[broken] ?? '';
          const at = where % text.length;
          texts[broken] = text.slice(0, at) + text.slice(at + 1);
          const found = values(await read(layout.list(texts), layout.path, size));
          const others = JSON.parse(JSON.stringify(records.toSpliced(broken, 1)));
          for (const other of others) expect(found).toContainEqual(other);
          // Nothing inside of the broken one is taken for one, if only it begins as one does.
          const whole = found.filter(
            (value) => typeof value !== 'string' || !/^(?:record|entry)-/u.test(value),
          );
          if (at > 0) expect(whole.length).toBeLessThanOrEqual(records.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found behind brackets that close nothing', async () => {
    expect(values(await read('[{"a":1}},\n{"a":2}]', [['*']]))).toEqual([
      { a: 1 },
      'entry-damaged',
      { a: 2 },
    ]);
    expect(values(await read('{"i":[{"a":1}]],"j":[3]}', [['j', '*']]))).toEqual(['entry-damaged', 3]);
  });

  it('that swallow many others are told by their lines', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `  {"id": ${index}, "text": "${'x'.repeat(40)}"}`,
    );
    lines[7] = (lines[7] ?? '').slice(0, -1);
    lines[4000] = (lines[4000] ?? '').replace('"text', 'text');
    const found = await read(`[\n${lines.join(',\n')}\n]`, [['*']], 10_000);
    expect(found.filter((item) => 'value' in item)).toHaveLength(4998);
    expect(found.filter((item) => 'code' in item)).toMatchObject([
      { code: 'record-bad-json', params: { position: 9 } },
      { code: 'record-bad-json', params: { position: 4002 } },
    ]);
  });

  it('of a text that ends too early end with a problem', async () => {
    expect(values(await read('{"items":[1,2,{"a":', [['items', '*']]))).toEqual([1, 2, 'entry-truncated']);
  });

  it('are found beside what is nested as no program nests', async () => {
    const deep = `${'[{"a":'.repeat(100_000)}[1,{"b":2}]${'}]'.repeat(100_000)}`;
    expect(values(await read(`{"b":${deep},"items":[1,{"b":${deep}}]}`, [['items', '0']], 997))).toEqual([1]);
    expect(values(await read('['.repeat(500_000), [['items', '*']], 997))).toEqual(['entry-truncated']);
    const unclosed = await read(`${'['.repeat(100_000)}${'}'.repeat(100_000)}`, [['items', '*']], 997);
    expect(values(unclosed)).toContain('entry-truncated');
  });

  it('are found behind keys of any length', async () => {
    const key = 'k'.repeat(300_000);
    expect(values(await read(`{"${key}":1,"items":[2]}`, [['items', '*']], 997))).toEqual([2]);
  });
});
