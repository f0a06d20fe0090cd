import type { CheckedTranslation, CheckOptions } from '../../../../app/translation/checks/check-pairs.ts';
import { checkPairs } from '../../../../app/translation/checks/check-pairs.ts';
import type { PlacedFinding } from '../../../../app/translation/checks/finding.ts';

/** One text of an original and its translation, a line a sentence on either side. */
export function translationOf(
  lines: readonly (readonly [original: string, translation: string])[],
  [originalLang, translationLang]: readonly [string, string] = ['en', 'ja'],
): CheckedTranslation {
  let text = '';
  const place = (line: string) => {
    if (line === '') return [];
    const start = text.length;
    text += `${line}\n`;
    return [{ start, end: start + line.length }];
  };
  const originals = lines.map(([original]) => place(original));
  const translations = lines.map(([, translation]) => place(translation));
  const pairs = lines.map((_, index) => ({
    original: originals[index] as { start: number; end: number }[],
    translation: translations[index] as { start: number; end: number }[],
  }));
  return { text, pairs, originalLang, translationLang };
}

export function findingsOf(
  lines: readonly (readonly [string, string])[],
  langs?: readonly [string, string],
  options: Partial<CheckOptions> = {},
): PlacedFinding[] {
  return checkPairs(translationOf(lines, langs), { glossary: [], off: new Set(), ...options });
}
