import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: {
    name: 'WebAnno TSV 3.3',
    url: 'https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv',
  },
  unit: 'utf-16-code-unit',
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
