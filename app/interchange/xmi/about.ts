import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: {
    name: 'UIMA CAS XMI',
    url: 'https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi',
  },
  unit: 'utf-16-code-unit',
  carries: IN_SETS,
};
