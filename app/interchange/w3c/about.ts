import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'W3C Web Annotation Data Model', url: 'https://www.w3.org/TR/annotation-model/' },
  unit: 'code-point',
  carries: IN_SETS,
};
