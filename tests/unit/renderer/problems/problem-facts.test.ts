import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../app/problem.ts';
import { createTranslator } from '../../../../renderer/i18n/translator.ts';
import {
  factsOf,
  listedProblems,
  problemCount,
  problemsAsTable,
} from '../../../../renderer/problems/problem-facts.ts';

const badJson: Problem = {
  code: 'record-bad-json',
  params: { entry: 'data/tweets.js', unit: 'record', position: 7, detail: 'a\ttab\nand a line' },
};
const invalid: Problem = {
  code: 'dump-invalid-bytes',
  params: { path: '/dumps/harbour.txt', byte: 900, line: 12, hex: 'FF', total: 2500 },
};
const unknown: Problem = { code: 'entry-unknown', params: { entry: 'readme.xyz' } };
const more: Problem = { code: 'problems-more', params: { count: 40 } };

describe('where a problem is', () => {
  it('is told by entry and position, whatever the kind', () => {
    expect(factsOf(badJson)).toEqual({ entry: 'data/tweets.js', unit: 'record', position: 7 });
    expect(factsOf(invalid)).toEqual({ entry: 'harbour.txt', unit: 'line', position: 12 });
    expect(factsOf(unknown)).toEqual({ entry: 'readme.xyz', unit: null, position: null });
    expect(factsOf({ code: 'entry-truncated', params: { entry: 'a.gz', byte: 5 } })).toEqual({
      entry: 'a.gz',
      unit: 'byte',
      position: 5,
    });
  });
});

describe('problems of a dump', () => {
  it('are counted with those that the list has no room for', () => {
    expect(problemCount([])).toBe(0);
    expect(problemCount([badJson, unknown])).toBe(2);
    expect(problemCount([badJson, unknown, more])).toBe(42);
    expect(problemCount([invalid])).toBe(2500);
    expect(listedProblems([badJson, more])).toEqual([badJson]);
  });

  it('make a table with a line for each, whatever is in their messages', () => {
    const { problem } = createTranslator('en');
    const lines = problemsAsTable([badJson, invalid, unknown, more], problem).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.slice(0, 4).map((line) => line.split('\t').length)).toEqual([5, 5, 5, 5]);
    expect(lines[1]).toMatch(/^record-bad-json\tdata\/tweets\.js\trecord\t7\tdata\/tweets\.js, record 7: /u);
  });
});
