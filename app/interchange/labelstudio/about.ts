import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'Label Studio tasks', url: 'https://labelstud.io/guide/task_format' },
  unit: 'code-point',
  carries: [
    'texts',
    'story-facts',
    'plain-stories',
    'places',
    'claim-words',
    'ratings',
    'unrated',
    'rationale',
    'carried-from',
    'tags',
    'memos',
    'codebook',
    'notes',
    'note-words',
  ],
};
