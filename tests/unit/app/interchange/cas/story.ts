import type { AnnotationSet, Span } from '../../../../../app/interchange/annotation-set.ts';

/** A story with a line break, an emoji, a claim on two places, a tag on a part of a word, and a translation note. */
export const TEXT = 'The harbour closed.\n「港」は😀閉鎖。';

export function spanOf(quote: string): Span {
  const start = TEXT.indexOf(quote);
  return { start, end: start + quote.length, quote };
}

const own = { by: 'Aoki', at: '2025-02-28T01:02:03.000Z' };
export const SET: AnnotationSet = {
  stories: [
    {
      ...{ key: 'd/1', text: TEXT, lang: 'ja', publishedAt: '2025-02-08', link: null },
      source: { name: 'Harbour Ledger', handle: null },
      claims: [
        {
          ...{
            id: 'c1',
            wording: 'It | closed',
            claimant: '',
            ratingId: 'false',
            rationale: '',
            evidence: [],
            carriedFrom: null,
            ...own,
          },
          spans: [spanOf('harbour closed'), spanOf('閉鎖')],
        },
      ],
      taggings: [{ id: 't1', tagId: 'port', span: spanOf('arbour'), memo: '', ...own }],
      notes: [
        {
          ...{ id: 'n1', kind: 'nuance', comment: '[soft]', suggestion: '', ...own },
          ...{ original: spanOf('closed'), translation: spanOf('😀閉鎖') },
        },
      ],
    },
  ],
  tags: [{ id: 'port', name: 'Port', parentId: null, colour: 'blue', description: '' }],
  ratings: [],
};
