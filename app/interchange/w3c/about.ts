import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  unit: 'code-point',
  carries: [
    'texts',
    'story-facts',
    'plain-stories',
    'places',
    'without-place',
    'claim-words',
    'ratings',
    'unrated',
    'scale',
    'rationale',
    'evidence',
    'evidence-records',
    'tags',
    'memos',
    'codebook',
    'tag-tree',
    'notes',
    'note-words',
    'people',
  ],
};
