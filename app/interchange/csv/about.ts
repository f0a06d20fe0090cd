import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = {
  layout: 'folder',
  extension: '',
  standard: { name: 'CSV (RFC 4180)', url: 'https://www.rfc-editor.org/rfc/rfc4180' },
  unit: 'code-point',
  carries: IN_SETS,
};
