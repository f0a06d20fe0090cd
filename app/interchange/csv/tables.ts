/** The files and their columns. `csv.ts` writes them, `parse.ts` reads them; docs/interchange.md explains them. */
export const TABLES = {
  stories: ['story', 'lang', 'source', 'handle', 'published', 'link', 'text'],
  claims: [
    'claim',
    'story',
    'quote',
    'wording',
    'claimant',
    'rating',
    'rating label',
    'outcome',
    'rationale',
    'carried from',
    'by',
    'at',
  ],
  evidence: [
    ...[
      'evidence',
      'claim',
      'stance',
      'title',
      'url',
      'archive',
      'captured',
      'publisher',
      'published',
      'quote',
    ],
    ...['reliability', 'file', 'file sha256', 'quoted story', 'quoted start', 'quoted end'],
  ],
  taggings: ['tagging', 'story', 'tag', 'tag name', 'quote', 'memo', 'by', 'at'],
  notes: ['note', 'story', 'kind', 'original', 'translation', 'comment', 'suggestion', 'by', 'at'],
  spans: ['annotation', 'part', 'start', 'end', 'quote'],
  tags: ['tag', 'name', 'parent', 'colour', 'description'],
  ratings: ['rating', 'label en', 'label ja', 'meaning en', 'meaning ja', 'outcome'],
} as const;
export type TableName = keyof typeof TABLES;

/** What a span belongs to, in the table of spans: a claim, a tagging, or a side of a note. */
export const PARTS = ['claim', 'tag', 'original', 'translation'] as const;
export type Part = (typeof PARTS)[number];
