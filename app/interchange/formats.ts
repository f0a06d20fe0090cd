import { brat } from './brat/brat.ts';
import { casjson } from './casjson/casjson.ts';
import type { InterchangeId } from './catalogue.ts';
import { claimreview } from './claimreview/claimreview.ts';
import { csv } from './csv/csv.ts';
import { doccano } from './doccano/doccano.ts';
import type { Interchange } from './format.ts';
import { labelstudio } from './labelstudio/labelstudio.ts';
import { qdc } from './qdc/qdc.ts';
import { qdpx } from './qdpx/qdpx.ts';
import { w3c } from './w3c/w3c.ts';
import { webannotsv } from './webannotsv/webannotsv.ts';
import { xlsx } from './xlsx/xlsx.ts';
import { xmi } from './xmi/xmi.ts';

/** How each interchange format is written and read. */
export const INTERCHANGES: Readonly<Record<InterchangeId, Interchange>> = {
  w3c,
  claimreview,
  brat,
  doccano,
  labelstudio,
  webannotsv,
  xmi,
  casjson,
  csv,
  xlsx,
  qdpx,
  qdc,
};
