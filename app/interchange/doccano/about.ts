import type { About } from '../format.ts';

export const about: About = {
  layout: 'file',
  extension: 'jsonl',
  standard: { name: 'doccano', url: 'https://doccano.github.io/doccano/' },
  unit: 'code-point',
  carries: [
    'texts',
    'story-facts',
    'plain-stories',
    'places',
    'ratings',
    'unrated',
    'carried-from',
    'tags',
    'notes',
  ],
};
