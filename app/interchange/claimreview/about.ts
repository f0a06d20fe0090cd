import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'schema.org ClaimReview', url: 'https://schema.org/ClaimReview' },
  unit: null,
  carries: [
    'story-facts',
    'without-place',
    'claim-words',
    'ratings',
    'rationale',
    'carried-from',
    'evidence',
    'evidence-records',
    'people',
  ],
};
