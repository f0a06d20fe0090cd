import { describe, expect, it } from 'vitest';
import { readableDate } from '../../../../app/exports/dates.ts';
import { REPORT_LABELS } from '../../../../app/exports/labels.ts';
import { safeLink } from '../../../../app/exports/links.ts';
import { mustSlice } from '../../../../app/exports/place.ts';
import { tagPath } from '../../../../app/exports/tag-path.ts';
import en from '../../../../resources/locales/en/report.json' with { type: 'json' };
import { projectOf } from './support.ts';

describe('the words of a report', () => {
  it('are there for every label, and for no other', () => {
    expect(Object.keys(en)).toEqual([...REPORT_LABELS]);
  });
});

describe('a date', () => {
  it.each([
    ['2025', '2025', '2025年'],
    ['2025-02', 'February 2025', '2025年2月'],
    ['2025-02-08', '8 February 2025', '2025年2月8日'],
    ['2025-02-08T10:30', '8 February 2025, 10:30', '2025年2月8日 10:30'],
    ['2025-02-08T10:30:59', '8 February 2025, 10:30', '2025年2月8日 10:30'],
    ['2025-02-08T10:30:59.123Z', '8 February 2025, 10:30 UTC', '2025年2月8日 10:30 UTC'],
    ['2025-02-08T10:30+09:00', '8 February 2025, 10:30 UTC+09:00', '2025年2月8日 10:30 UTC+09:00'],
    ['last week', 'last week', 'last week'],
    ['2025-13-08', '2025-13-08', '2025-13-08'],
    ['2025-02-29', '2025-02-29', '2025-02-29'],
    ['2024-02-29', '29 February 2024', '2024年2月29日'],
    ['2025-02-08T24:61', '2025-02-08T24:61', '2025-02-08T24:61'],
  ])('%s is written as exactly as it is given', (iso, english, japanese) => {
    expect(readableDate(iso, 'en')).toBe(english);
    expect(readableDate(iso, 'ja')).toBe(japanese);
  });
});

describe('an address', () => {
  it.each([
    'https://example.test/a?b=1&c=2',
    'HTTP://example.test',
    'mailto:desk@example.test',
    'https://例え.test/道',
  ])('becomes a link: %s', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://example.test',
    'https://example.test/"onclick="alert(1)',
    'https://example.test/\u202e',
    'https://example.test/\ud800',
    'data:text/html,x',
    'file:///etc/passwd',
    '//example.test',
    'https://',
    '',
  ])('does not become a link: %j', (address) => {
    expect(safeLink(address)).toBeNull();
  });
});

describe('the last check before an offset is written', () => {
  it('refuses the whole report, by story and quote', () => {
    expect(() => mustSlice('abcdef', 1, 3, 'bc', 'lead')).not.toThrow();
    expect(() => mustSlice('abcdef', 2, 4, 'bc', 'lead')).toThrow(
      expect.objectContaining({ code: 'export-quote-mismatch', params: { story: 'lead', quote: 'bc' } }),
    );
  });
});

describe('the path of a tag', () => {
  const tag = (id: string, parentId: string | null) => ({
    id,
    name: id.toUpperCase(),
    colour: 'blue' as const,
    parentId,
    description: '',
    examples: [],
    shortcut: '',
    order: '',
  });

  it('goes from the outermost parent to the tag', () => {
    expect(tagPath(projectOf({ tags: [tag('a', null), tag('b', 'a'), tag('c', 'b')] }), 'c')).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  it('ends where a parent is missing, or comes round again', () => {
    expect(tagPath(projectOf({ tags: [tag('c', 'gone')] }), 'c')).toEqual(['C']);
    expect(tagPath(projectOf({ tags: [tag('a', 'b'), tag('b', 'a')] }), 'b')).toEqual(['A', 'B']);
  });
});
