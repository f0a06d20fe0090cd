import type { ReportLabel } from './labels.ts';

/** Gives the words of a label in the report's language, values put in and plurals chosen. Plain text, never markup. */
export type Translate = (label: ReportLabel, values?: Readonly<Record<string, string | number>>) => string;
