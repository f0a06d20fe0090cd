import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextLine, textLines } from '../../../../../app/formats/reading/text-lines.ts';

async function linesOf(text: string, size: number, limit?: number): Promise<TextLine[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const lines: TextLine[] = [];
  for await (const line of textLines(pieces(), limit)) lines.push(line);
  return lines;
}

describe('lines of a text read in chunks', () => {
  it('are those of the whole text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b😀', '\n', '\r\n', '\r', ' ')),
        fc.integer({ min: 1, max: 5 }),
        async (parts, size) => {
          const text = parts.join('');
          const expected = text.split(/\r?\n/u);
          if (expected.at(-1) === '') expected.pop();
          const lines = await linesOf(text, size);
          expect(lines.map((line) => line.text)).toEqual(expected);
          expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
        },
      ),
    );
  });

  it('are cut where they are too long', async () => {
    expect(await linesOf('abcdef\ngh', 4, 3)).toEqual([
      { text: 'abc', number: 1, cut: true },
      { text: 'gh', number: 2, cut: false },
    ]);
  });
});
