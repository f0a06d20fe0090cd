import type { About } from '../format.ts';

export const about: About = {
  layout: 'file',
  extension: 'qdc',
  standard: { name: 'REFI-QDA Codebook 1.0', url: 'https://www.qdasoftware.org/codebook-exchange/' },
  unit: null,
  carries: ['tags', 'codebook', 'tag-tree'],
};
