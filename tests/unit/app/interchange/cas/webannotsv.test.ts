import { describe, expect, it } from 'vitest';
import type { SetStory } from '../../../../../app/interchange/annotation-set.ts';
import { INTERCHANGES } from '../../../../../app/interchange/formats.ts';
import { ORIGIN } from '../arbitrary.ts';
import { SET } from './story.ts';

const { write, parse } = INTERCHANGES.webannotsv;

function written(name: string): string {
  for (const file of write(SET, ORIGIN)) if (file.name === name) return [...file.chunks].join('');
  return '';
}

it('is written as the format asks for: sub-tokens, ids where annotations are stacked or long, escapes, UTF-16 offsets', () => {
  expect(written('0001.tsv').split('\n')).toEqual([
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=webanno.custom.UratoriClaim|rating|wording|claimant|rationale|carriedFrom|identifier',
    '#T_SP=webanno.custom.UratoriTag|tag|tagId|memo|identifier',
    '#T_SP=webanno.custom.UratoriTranslationNote|side|kind|comment|suggestion|identifier',
    '#T_RL=webanno.custom.UratoriSameClaim|BT_webanno.custom.UratoriClaim',
    '#T_RL=webanno.custom.UratoriTranslatedAs|BT_webanno.custom.UratoriTranslationNote',
    '',
    '',
    '#Text=The harbour closed.',
    '1-1\t0-3\tThe\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '1-2\t4-11\tharbour\tfalse[1]\tIt \\| closed[1]\t*[1]\t*[1]\t*[1]\tc1[1]\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '1-2.1\t5-11\tarbour\t_\t_\t_\t_\t_\t_\tPort[3]\tport[3]\t*[3]\tt1[3]\t_\t_\t_\t_\t_\t_\t_\t',
    '1-3\t12-18\tclosed\tfalse[1]\tIt \\| closed[1]\t*[1]\t*[1]\t*[1]\tc1[1]\t_\t_\t_\t_\toriginal[4]\tnuance[4]\t\\[soft\\][4]\t*[4]\tn1[4]\t_\t_\t',
    '1-4\t18-19\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '',
    '#Text=「港」は😀閉鎖。',
    '2-1\t20-21\t「\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '2-2\t21-22\t港\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '2-3\t22-23\t」\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '2-4\t23-24\tは\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '2-5\t24-26\t😀\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\ttranslation[5]\tnuance[5]\t*[5]\t*[5]\tn1[5]\t_\t1-3[4_5]\t',
    '2-6\t26-28\t閉鎖\tfalse[2]\t*[2]\t*[2]\t*[2]\t*[2]\tc1[2]\t_\t_\t_\t_\ttranslation[5]\tnuance[5]\t*[5]\t*[5]\tn1[5]\t1-2[1_2]\t_\t',
    '2-7\t28-29\t。\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '',
  ]);
});

it('of a text of nothing but blanks has a sentence and a token, which other readers want', () => {
  const [story] = SET.stories;
  const blank = { ...story, text: '　\n', claims: [], taggings: [], notes: [] } as SetStory;
  const files = new Map(
    [...write({ ...SET, stories: [blank] }, ORIGIN)].map(({ name, chunks }) => [name, [...chunks].join('')]),
  );
  expect(files.get('0001.tsv')).toBe('#FORMAT=WebAnno TSV 3.3\n\n\n#Text=　\n#Text=\n1-1\t0-0\t\t\n');
  expect(parse(files).set.stories).toEqual([blank]);
});

describe('a file that somebody changed in another tool', () => {
  const changed = (change: (text: string) => string) =>
    parse(new Map([['0001.tsv', change(written('0001.tsv'))]]));

  it('has its spans joined by relations, where new ones have no name', () => {
    const { set } = changed((text) => text.replaceAll('c1[', '*['));
    expect(set.stories[0]?.claims.map(({ spans }) => spans.map(({ quote }) => quote))).toEqual([
      ['harbour closed', '閉鎖'],
    ]);
  });

  it('with ends of lines of Windows is read as well', () => {
    expect(changed((text) => text.replaceAll('\n', '\r\n')).set).toEqual(changed((text) => text).set);
  });

  it('whose words are not where it says says so, by line, and the rest is read', () => {
    const { set, problems } = changed((text) => text.replace('\tclosed\t', '\topened\t'));
    expect(problems).toEqual([
      { code: 'interchange-no-place', params: { file: '0001.tsv:13', what: 'opened' } },
    ]);
    expect(set.stories[0]?.taggings.map(({ span }) => span?.quote)).toEqual(['arbour']);
  });

  it.each([
    ['no header', 'a\tb', '0001.tsv:1'],
    ['version 2', '#id=1\n#text=He came .\n1\tHe\t_', '0001.tsv:1'],
    [
      'too few columns',
      '#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|c|d\n\n\n#Text=He\n1-1\t0-2\tHe\t_',
      '0001.tsv:6',
    ],
    [
      'offsets out of order',
      '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=He\n1-1\t0-2\tHe\n\n#Text=ran\n2-1\t1-4\tran',
      '0001.tsv:8',
    ],
    [
      'an offset far away',
      '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=He\n1-1\t99999999-100000001\tHe',
      '0001.tsv:5',
    ],
  ])('is refused with its line: %s', (_, content, file) => {
    expect(() => parse(new Map([['0001.tsv', content]]))).toThrow(
      expect.objectContaining({ code: 'interchange-unreadable', params: expect.objectContaining({ file }) }),
    );
  });
});
