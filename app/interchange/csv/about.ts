import { IN_SETS } from '../features.ts';
import type { About } from '../format.ts';

export const about: About = { layout: 'folder', extension: '', unit: 'code-point', carries: IN_SETS };
