import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiLanguage } from '../../../../app/text/ascii-language.ts';
import { languageOf } from '../../../../app/text/language.ts';

const encoder = new TextEncoder();
const told = (text: string, units: number, escapes: boolean) => {
  const bytes = encoder.encode(text);
  return asciiLanguage(bytes, 0, bytes.length, units, escapes);
};
const word = fc.constantFrom(
  ...'The of und Der la los è não Minato harbour NHK x de-la it’s “que” 😀 … 1,000 @minato #bridge https://a.example é'.split(
    ' ',
  ),
);
const text = fc
  .array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 30 })
  .map((words) => words.join(' '));

describe('the language of a text in ASCII, told by its bytes', () => {
  it('is that of the text, where it is told', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), (written, units) => {
        const language = told(written, units, false);
        if (language !== null) expect(language).toBe(languageOf(written.slice(0, units)));
        const escaped = told(JSON.stringify(written).slice(1, -1), units, true);
        if (escaped !== null) expect(escaped).toBe(languageOf(written.slice(0, units)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is told for what people write', () => {
    expect(told('The mayor said “no” — and that was that… 😀\n', 280, false)).toBe('en');
    expect(told('Der Hafen ist nicht in der Stadt\\nund das ist gut', 280, true)).toBe('de');
  });

  it.each(['橋 the of', 'café', 'see https://a.example', '@minato says', '#minato', 'x', '1 2 3'])(
    'is left open in %j',
    (written) => {
      expect(told(written, 280, false)).toBe(null);
    },
  );
});
