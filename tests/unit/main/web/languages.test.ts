import { expect, it } from 'vitest';
import { acceptedLanguages } from '../../../../main/web/languages.ts';

it('the languages of a browser come best first', () => {
  expect(acceptedLanguages('en;q=0.5, ja, fr-CA;q=0.8')).toEqual(['ja', 'fr-CA', 'en']);
  expect(acceptedLanguages('ja-JP,ja;q=0.9,en;q=0')).toEqual(['ja-JP', 'ja']);
});

it('what is no language is left out', () => {
  expect(acceptedLanguages('')).toEqual([]);
  expect(acceptedLanguages('*, <b>, en;q=x')).toEqual([]);
});
