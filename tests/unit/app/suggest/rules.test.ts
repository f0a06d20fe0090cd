import { describe, expect, it } from 'vitest';
import { REASON_KINDS, RULE_LANGUAGES } from '../../../../app/suggest/rule.ts';
import { SUGGESTION_RULES } from '../../../../app/suggest/rules/all.ts';

/** A pattern without its classes and escapes, in which signs of the syntax are letters. */
const bare = (pattern: string) => pattern.replace(/\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x');

describe('rules', () => {
  it('have ids of their own, which begin with their language', () => {
    const ids = SUGGESTION_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, lang } of SUGGESTION_RULES) expect(id.startsWith(`${lang}-`), id).toBe(true);
  });

  it('speak for every kind of reason, and against, in either language', () => {
    for (const lang of RULE_LANGUAGES) {
      const kinds = new Set(SUGGESTION_RULES.filter((rule) => rule.lang === lang).map(({ kind }) => kind));
      expect(kinds).toEqual(new Set([...REASON_KINDS, 'against']));
    }
  });

  describe.each(SUGGESTION_RULES)('$id', ({ kind, pattern, ignoreCase, weight, example }) => {
    it('applies to its example', () => {
      expect(example).toMatch(new RegExp(pattern, ignoreCase ? 'iu' : 'u'));
    });

    it('never finds nothing: a reason shows words', () => {
      expect(new RegExp(pattern, 'u').test('')).toBe(false);
    });

    it('takes time in proportion to the text: every repetition has an end, and none stands within another', () => {
      expect(bare(pattern)).not.toMatch(/[*+]|\{\d+,\}/u);
      expect(bare(pattern)).not.toMatch(/\{\d+,\d+\}[^()]*\)\{\d+,\d{2,}\}/u);
    });

    it('counts for what it is', () => {
      if (kind === 'against') expect(weight).toBeLessThan(0);
      else expect(weight).toBeGreaterThan(0);
    });
  });
});
