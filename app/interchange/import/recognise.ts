import { INTERCHANGE_IDS, type InterchangeId } from '../catalogue.ts';
import type { Files } from '../reading.ts';

/** What files for an import can be: annotations in a format of the catalogue, a glossary, or a translation memory. */
export const IMPORT_FORMATS = [...INTERCHANGE_IDS, 'glossary', 'memory'] as const;
export type ImportFormat = InterchangeId | 'glossary' | 'memory';

/** So much of a text tells what it is. UTF-16 units. */
const HEAD = 4096;

interface Rule {
  format: string;
  /** The name in lower case, without folders; the beginning of the text. */
  fits(name: string, head: string): boolean;
}

const isJson = (name: string, head: string) => /\.json(?:ld)?$/u.test(name) || /^\s*[[{]/u.test(head);
const root = (head: string, names: RegExp) =>
  names.exec(/<(?!\?|!)([^\s>/]+)/u.exec(head)?.[1] ?? '') !== null;

/**
 * What one file says of all of them, the surest signs first. Formats that the catalogue does not have are passed over, so
 * a rule may stand here before its format does.
 */
const RULES: readonly Rule[] = [
  { format: 'memory', fits: (_, head) => root(head, /^tmx$/iu) },
  { format: 'glossary', fits: (_, head) => root(head, /^(?:\w+:)?(?:martif|tbx)$/iu) },
  { format: 'qdpx', fits: (name, head) => name.endsWith('.qde') || root(head, /^(?:\w+:)?Project$/u) },
  { format: 'qdc', fits: (_, head) => root(head, /^(?:\w+:)?CodeBook$/u) },
  { format: 'xlsx', fits: (name, head) => name === 'workbook.xml' && root(head, /^(?:\w+:)?workbook$/u) },
  { format: 'webannotsv', fits: (_, head) => /^#FORMAT=WebAnno TSV/u.test(head) },
  { format: 'xmi', fits: (_, head) => root(head, /^xmi:XMI$/iu) },
  {
    format: 'casjson',
    fits: (_, head) => /^\s*\{/u.test(head) && /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/u.test(head),
  },
  { format: 'brat', fits: (name) => name.endsWith('.ann') },
  { format: 'csv', fits: (name) => name === 'stories.csv' },
  { format: 'claimreview', fits: (name, head) => isJson(name, head) && /"ClaimReview"/u.test(head) },
  {
    format: 'w3c',
    fits: (name, head) =>
      isJson(name, head) &&
      (/w3\.org\/ns\/anno|"(?:oa:)?Annotation(?:Collection|Page)?"/u.test(head) ||
        (/"target"\s*:/u.test(head) && /"(?:body|motivation)"\s*:/u.test(head))),
  },
  {
    format: 'labelstudio',
    fits: (name, head) =>
      isJson(name, head) &&
      /"data"\s*:\s*\{/u.test(head) &&
      /"(?:annotations|result|predictions)"\s*:/u.test(head),
  },
  {
    format: 'doccano',
    fits: (name, head) =>
      (isJson(name, head) || name.endsWith('.jsonl')) &&
      /"(?:text|data)"\s*:\s*"/u.test(head) &&
      /"(?:entities|labels?|relations|Comments)"\s*:/u.test(head),
  },
];

/** Tells by what is in the files what they are, not only by their names; null where nothing does. */
export function recognise(files: Files): ImportFormat | null {
  const heads = [...files].map(([name, text]) => ({
    name: (name.split('/').at(-1) ?? name).toLowerCase(),
    head: text.slice(0, HEAD),
  }));
  for (const { format, fits } of RULES) {
    const known = formatNamed(format);
    if (known !== null && heads.some(({ name, head }) => fits(name, head))) return known;
  }
  return null;
}

function formatNamed(name: string): ImportFormat | null {
  if (name === 'glossary' || name === 'memory') return name;
  return INTERCHANGE_IDS.find((id) => id === name) ?? null;
}
