/**
 * Which sentences of real texts translate each other, labelled by hand: by their place, never by their words. A pair is
 * how many sentences it takes from the original and from the translation, from the first sentence on.
 */
export interface LabelledText {
  file: string;
  /** `story`: a story of a dump, by its place; `comments`: the original of each paragraph in an HTML comment before it. */
  kind: { story: number } | 'comments';
  pairs: string;
}

export const LABELLED: readonly LabelledText[] = [
  {
    file: '../shared/dumps/roshia-250208.txt',
    kind: { story: 6 },
    pairs: '11 11 11 11 11 11 01 01 01 01 01 01 01 01 01 01 01 01 01 01',
  },
  {
    file: '../shared/corpora/parallel/book-ja_ch03-01-variables-and-mutability.md',
    kind: 'comments',
    pairs:
      '11 11 11 11 11 11 11 12 11 11 11 11 12 11 12 12 11 12 11 11 11 11 12 11 11 11 11 11 11 11 11 12 11 11 11 ' +
      '21 11 11 11 13 12 11 11 13 11 11 11 11 11 11 11 11 11 11 11 11 12 11 11 11 12 12 11 11 11',
  },
  {
    file: '../shared/corpora/parallel/book-ja_ch01-01-installation.md',
    kind: 'comments',
    pairs:
      '11 11 11 11 11 01 11 11 12 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 01 01 11 ' +
      '11 11 11 11 11 11 11 11 11 11 11 11 11 11 01 01 01 01 01 01 01 01 01 01 11 11 11 11',
  },
];
