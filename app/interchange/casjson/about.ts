import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'UIMA CAS JSON 0.4', url: 'https://github.com/apache/uima-uimaj-io-jsoncas' },
  unit: 'utf-16-code-unit',
  carries: IN_SETS,
};
