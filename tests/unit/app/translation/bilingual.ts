import fc from 'fast-check';
import { sentencesOf } from '../../../../app/translation/sentences.ts';
import type { Versions } from '../../../../app/translation/versions.ts';

export type Bilingual = Versions;

/** The sentences of two texts, as they would stand in one story. */
export function versions(original: string, translation: string): Bilingual {
  const text = `${original}\n\n${translation}`;
  return {
    text,
    original: sentencesOf(text, { start: 0, end: original.length }),
    translation: sentencesOf(text, { start: original.length + 2, end: text.length }),
  };
}

const sentence = fc.oneof(
  fc.constantFrom(
    'The port has 12 cranes. ',
    '港には12基のクレーンがある。',
    '(1:05) Opening\n',
    '(1:05) 開会\n',
    'https://example.org/a ',
    '🚢\n',
    'Mayor Okada said no. ',
    'オカダ市長は断った。',
    '「行かない。」と述べた。',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Some sentences of one language or the other, in no order that makes sense. */
export const side = fc.array(sentence, { maxLength: 9 }).map((parts) => parts.join(''));
export const bilingual = fc
  .tuple(side, side)
  .map(([original, translation]) => versions(original, translation));
