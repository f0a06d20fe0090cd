/** What describes a whole export, beside what it describes. */
export const CRATE_FILE = 'ro-crate-metadata.json';

/** Where something is written down. */
export interface Standard {
  name: string;
  url: string;
}

/** A file as it was written. `name` is relative to the folder, with `/`. */
export interface CrateFile {
  name: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
  mediaType: string;
  /** The standard that it is written by; null: none in particular. */
  conformsTo: Standard | null;
}

/** A file that the others were made from, and that is not among them. `sha256` is null while nobody has read it whole. */
export interface CrateSource {
  name: string;
  bytes: number;
  sha256: string | null;
}

export interface Crate {
  name: string;
  description: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** Of the program. */
  version: string;
  sources: readonly CrateSource[];
}

interface Entity {
  '@id': string;
  '@type': string;
  [property: string]: unknown;
}

/**
 * RO-Crate metadata (https://w3id.org/ro/crate/1.2) of an export, entity by entity: what was written and from what, by
 * which version of the program and when. 1.2 and not 1.1, whose context has no word for a hash. What nobody has told
 * the program stays out: who exported it, and where the program is to be had. A licence has to be there; what is known
 * of it is that nothing is.
 */
export function* roCrate(crate: Crate, files: readonly CrateFile[]): Generator<string> {
  yield '{\n "@context": "https://w3id.org/ro/crate/1.2/context",\n "@graph": [';
  let separator = '\n';
  for (const entity of entitiesOf(crate, files)) {
    yield `${separator}  ${JSON.stringify(entity)}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}

const ROOT = './';
const ACTION = '#export';
const PROGRAM = '#uratori';

function* entitiesOf(crate: Crate, files: readonly CrateFile[]): Generator<Entity> {
  const { name, description, createdAt, version, sources } = crate;
  const sourceIds = sources.map((_, index) => reference(sourceId(index)));
  yield {
    '@id': CRATE_FILE,
    '@type': 'CreativeWork',
    about: reference(ROOT),
    conformsTo: reference('https://w3id.org/ro/crate/1.2'),
  };
  yield {
    '@id': ROOT,
    '@type': 'Dataset',
    name: name || description,
    description,
    datePublished: createdAt,
    license:
      'Not stated. The texts and annotations are their authors’; ask them before you publish or reuse them.',
    hasPart: files.map((file) => reference(pathOf(file.name))),
    mentions: [reference(ACTION), ...sourceIds],
  };
  for (const { name: path, bytes, sha256, mediaType, conformsTo } of files)
    yield {
      '@id': pathOf(path),
      '@type': 'File',
      name: path,
      encodingFormat: mediaType,
      contentSize: String(bytes),
      sha256,
      ...(conformsTo ? { conformsTo: reference(conformsTo.url) } : {}),
    };
  for (const [index, { name: file, bytes, sha256 }] of sources.entries())
    yield {
      '@id': sourceId(index),
      '@type': 'File',
      name: file,
      description: 'A dump that the stories come from. It is not part of this export.',
      contentSize: String(bytes),
      ...(sha256 === null ? {} : { sha256 }),
    };
  yield {
    '@id': ACTION,
    '@type': 'CreateAction',
    name: 'Export',
    endTime: createdAt,
    instrument: reference(PROGRAM),
    ...(sourceIds.length > 0 ? { object: sourceIds } : {}),
    result: reference(ROOT),
  };
  yield {
    '@id': PROGRAM,
    '@type': 'SoftwareApplication',
    name: 'Uratori',
    description: 'A desktop workbench for checking news',
    version,
    softwareVersion: version,
  };
  const standards = new Map(files.flatMap(({ conformsTo: one }) => (one ? [[one.url, one.name]] : [])));
  for (const [url, title] of standards) yield { '@id': url as string, '@type': 'CreativeWork', name: title };
}

function reference(id: string) {
  return { '@id': id };
}

function sourceId(index: number): string {
  return `#dump-${index + 1}`;
}

/** A path as a relative IRI: letters of every script as they are, all that means something to an address escaped. */
function pathOf(name: string): string {
  return name.toWellFormed().replace(/[^\p{L}\p{M}\p{N}/._~-]/gu, encodeURIComponent);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ann: 'text/plain',
  conf: 'text/plain',
  csv: 'text/csv',
  css: 'text/css',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  qdc: 'application/xml',
  qdpx: 'application/zip',
  tbx: 'application/x-tbx',
  tmx: 'application/x-tmx+xml',
  txt: 'text/plain',
  tsv: 'text/tab-separated-values',
  uratori: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  xmi: 'application/vnd.xmi+xml',
  zip: 'application/zip',
};

/** By the end of a file's name; plain bytes where that says nothing. */
export function mediaTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, extension)
    ? (MEDIA_TYPES[extension] as string)
    : 'application/octet-stream';
}
