import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'package',
  extension: 'qdpx',
  standard: { name: 'REFI-QDA Project 1.0', url: 'https://www.qdasoftware.org/project-exchange/' },
  unit: 'code-point',
  carries: IN_SETS,
};
