import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  unit: null,
  carries: [
    'story-facts',
    'without-place',
    'claim-words',
    'ratings',
    'rationale',
    'evidence',
    'evidence-records',
    'people',
  ],
};
