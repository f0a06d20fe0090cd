import { brat } from './brat/brat.ts';
import type { InterchangeId } from './catalogue.ts';
import { claimreview } from './claimreview/claimreview.ts';
import { csv } from './csv/csv.ts';
import { doccano } from './doccano/doccano.ts';
import type { Interchange } from './format.ts';
import { labelstudio } from './labelstudio/labelstudio.ts';
import { w3c } from './w3c/w3c.ts';
import { xlsx } from './xlsx/xlsx.ts';

/** How each interchange format is written and read. */
export const INTERCHANGES: Readonly<Record<InterchangeId, Interchange>> = {
  w3c,
  claimreview,
  brat,
  doccano,
  labelstudio,
  csv,
  xlsx,
};
