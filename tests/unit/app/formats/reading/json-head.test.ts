import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonHead } from '../../../../../app/formats/reading/json-head.ts';

describe('the head of a JSON text', () => {
  it('has the documents that are whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), {
          maxLength: 5,
        }),
        fc.constantFrom(0, 2),
        (documents, indent) => {
          const text = documents.map((document) => JSON.stringify(document, null, indent)).join('\n');
          expect(jsonHead(text)).toEqual(JSON.parse(JSON.stringify(documents)));
        },
      ),
    );
  });

  it('has what stands before the cut of one that is not', () => {
    expect(jsonHead('x = [{"a": {"b": "}", "c": [1, 2')).toEqual([[{ a: { b: '}', c: [1] } }]]);
    expect(jsonHead('{"a":"b')).toEqual([{}]);
    expect(jsonHead('{"a":1,"b')).toEqual([{ a: 1 }]);
    expect(jsonHead('["a",')).toEqual([['a']]);
  });

  it('is read wherever it is cut', () => {
    const document = { a: [{ b: 'c"d\\' }, [], {}], e: { f: 1.5, g: null }, h: 'i' };
    const text = JSON.stringify(document, null, 1);
    for (let end = 1; end <= text.length; end++) expect(jsonHead(text.slice(0, end))).toHaveLength(1);
  });

  it('may be as deep as it likes', () => {
    expect(jsonHead('['.repeat(1 << 16))).toHaveLength(1);
    expect(jsonHead('{"a":'.repeat(1 << 14))).toHaveLength(1);
  });

  it('goes on behind what is no JSON', () => {
    expect(jsonHead('[1,}] {"a":1}')).toEqual([{ a: 1 }]);
  });
});
