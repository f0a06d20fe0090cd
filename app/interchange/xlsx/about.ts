import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'package',
  extension: 'xlsx',
  standard: {
    name: 'Office Open XML (ECMA-376)',
    url: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  },
  unit: 'code-point',
  carries: IN_SETS,
};
