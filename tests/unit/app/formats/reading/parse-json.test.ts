import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../../app/formats/reading/parse-json.ts';

describe('JSON of a record', () => {
  it('is what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps the digits of whole numbers that a double would change', () => {
    expect(parseJson('{"id":1890000000000000123,"n":[-90071992547409931]}')).toEqual({
      id: '1890000000000000123',
      n: ['-90071992547409931'],
    });
  });

  it.each([
    ['1000000000000000', 1e15],
    ['0.12345678901234567890', 0.12345678901234568],
    ['1.5e1234567890123456', Number.POSITIVE_INFINITY],
    ['"1890000000000000123"', '1890000000000000123'],
    ['"\\"1890000000000000123"', '"1890000000000000123'],
  ])('leaves %s alone', (text, value) => {
    expect(parseJson(text)).toBe(value);
  });

  it('has null for the numbers that Python writes and JSON does not know', () => {
    expect(parseJson('{"a":NaN,"b":[-Infinity,"NaN \\" Infinity"]}')).toEqual({
      a: null,
      b: [null, 'NaN " Infinity'],
    });
  });

  it('may have control characters and lone backslashes in its strings', () => {
    expect(parseJson('{"a":"one\ttwo\u0000","b":"C:\\Users \\u12 \\\\ \\" \\u3042"}')).toEqual({
      a: 'one\ttwo\u0000',
      b: 'C:\\Users \\u12 \\ " あ',
    });
    expect(() => parseJson('{"a":\u0001"b"}')).toThrow(SyntaxError);
  });

  it('is refused where it is none', () => {
    expect(() => parseJson('{"a":NaN')).toThrow(SyntaxError);
    expect(() => parseJson('{oops}')).toThrow(SyntaxError);
  });
});
