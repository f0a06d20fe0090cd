import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'brat standoff', url: 'https://brat.nlplab.org/standoff.html' },
  unit: 'code-point',
  carries: [
    'texts',
    'story-facts',
    'plain-stories',
    'places',
    'claim-words',
    'ratings',
    'unrated',
    'scale',
    'rationale',
    'carried-from',
    'tags',
    'memos',
    'codebook',
    'tag-tree',
    'notes',
    'note-words',
  ],
};
