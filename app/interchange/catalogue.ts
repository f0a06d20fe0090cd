import { about as brat } from './brat/about.ts';
import { about as casjson } from './casjson/about.ts';
import { about as claimreview } from './claimreview/about.ts';
import { about as csv } from './csv/about.ts';
import { about as doccano } from './doccano/about.ts';
import type { About } from './format.ts';
import { about as labelstudio } from './labelstudio/about.ts';
import { about as qdc } from './qdc/about.ts';
import { about as qdpx } from './qdpx/about.ts';
import { about as w3c } from './w3c/about.ts';
import { about as webannotsv } from './webannotsv/about.ts';
import { about as xlsx } from './xlsx/about.ts';
import { about as xmi } from './xmi/about.ts';

/** The interchange formats, by the name that the command line and the contract use; `formats.ts` has their code. */
export const CATALOGUE = {
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
} as const satisfies Record<string, About>;
export type InterchangeId = keyof typeof CATALOGUE;
export const INTERCHANGE_IDS = Object.keys(CATALOGUE) as [InterchangeId, ...InterchangeId[]];
