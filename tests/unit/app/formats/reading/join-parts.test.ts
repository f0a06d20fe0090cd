import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts } from '../../../../../app/formats/reading/join-parts.ts';

describe('parts of a story', () => {
  it('stand behind each other with a blank line between them, and are found again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '港', ' ', '\r', '\n') })), (texts) => {
        const { text, segments } = joinParts(texts.map((words) => ({ kind: 'post', text: words })));
        const said = texts
          .map((words) => words.replace(/\r\n?/gu, '\n').trim())
          .filter((words) => words !== '');
        expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual(said);
        expect(text).toBe(said.join('\n\n'));
      }),
    );
  });
});
