import { z } from 'zod';
import type { Span } from '../annotation-set.ts';
import { OWN_TYPES } from '../cas/layers.ts';
import { INITIAL_VIEW, type Structure, type TypeDescription, type View } from '../cas/model.ts';
import { NAMES, namesIn } from '../cas/names.ts';
import { storyOf } from '../cas/read-story.ts';
import { readingOf, sharedWith } from '../cas/reading.ts';
import type { Reading } from '../format.ts';
import { type Files, filesEnding, jsonIn } from '../reading.ts';
import { measured } from '../units.ts';
import { bytePlaces } from './byte-places.ts';

const structureSchema = z.looseObject({ '%ID': z.int().optional(), '%TYPE': z.string() });
type JsonStructure = z.infer<typeof structureSchema>;

const casSchema = z.looseObject({
  '%HEADER': z
    .looseObject({ 'offset-encoding': z.enum(['UTF-8', 'UTF-16', 'UTF-32']).optional() })
    .optional(),
  '%TYPES': z.record(z.string(), z.looseObject({ '%SUPER_TYPE': z.string().optional() })).default({}),
  /** A list, or an object whose keys are the ids. */
  '%FEATURE_STRUCTURES': z
    .union([z.array(structureSchema), z.record(z.string(), structureSchema)])
    .default([]),
  '%VIEWS': z
    .record(
      z.string(),
      z.looseObject({ '%SOFA': z.int().optional(), '%MEMBERS': z.array(z.int()).default([]) }),
    )
    .default({}),
});
type JsonCas = z.infer<typeof casSchema>;
type Encoding = 'UTF-8' | 'UTF-16' | 'UTF-32';

/** Reads the JSON of UIMA: offsets as its header says, in UTF-16 units where it says nothing. */
export function parse(files: Files): Reading {
  const names = namesIn(files);
  const shared = sharedWith(names);
  const stories = filesEnding(files, '.json')
    .filter((file) => file !== NAMES)
    .flatMap((file) => {
      const cas = jsonIn(file, files.get(file) as string, casSchema);
      const types = typesOf(cas);
      const document = file.replace(/\.json$/u, '');
      return viewsOf(cas, file).map((view) => {
        const called = view.name === INITIAL_VIEW ? document : `${document}/${view.name}`;
        return storyOf(view, types, called, file, shared);
      });
    });
  return readingOf(stories, names, shared);
}

function typesOf(cas: JsonCas): Map<string, TypeDescription> {
  const types = new Map(OWN_TYPES);
  for (const [name, type] of Object.entries(cas['%TYPES']))
    types.set(name, {
      name,
      supertype: type['%SUPER_TYPE'] ?? 'uima.cas.TOP',
      description: '',
      features: [],
    });
  return types;
}

function viewsOf(cas: JsonCas, file: string): View[] {
  const listed = cas['%FEATURE_STRUCTURES'];
  const structures: [number, JsonStructure][] = Array.isArray(listed)
    ? listed.map((one, index) => [one['%ID'] ?? -index, one])
    : Object.entries(listed).map(([id, one]) => [Number(id), one]);
  const encoding = cas['%HEADER']?.['offset-encoding'] ?? 'UTF-16';
  return structures.flatMap(([sofa, { '%TYPE': type, sofaString: text, sofaID }]) => {
    if (type !== 'uima.cas.Sofa' || typeof text !== 'string') return [];
    return {
      name: typeof sofaID === 'string' ? sofaID : INITIAL_VIEW,
      text,
      structures: structures
        .filter(([, one]) => one['@sofa'] === sofa)
        .map(([id, one]) => structureOf(id, one)),
      span: placesOf(text, encoding, file),
    };
  });
}

function placesOf(
  text: string,
  encoding: Encoding,
  file: string,
): (begin: number, end: number) => Span | null {
  switch (encoding) {
    case 'UTF-8':
      return bytePlaces(text);
    case 'UTF-16':
      return measured(text, 'utf-16-code-unit', file).span;
    case 'UTF-32':
      return measured(text, 'code-point', file).span;
  }
}

/** Names of features begin with `@` where they name a structure, with `^` where they are offsets, with `#` for odd numbers. */
function structureOf(id: number, one: JsonStructure): Structure {
  const values = new Map<string, string>();
  const refs = new Map<string, number>();
  const at = new Map<string, number>();
  for (const [key, value] of Object.entries(one)) {
    const name = key.replace(/^[\^#]/u, '');
    if (key.startsWith('%') || key === '@sofa') continue;
    if (key.startsWith('@')) {
      if (typeof value === 'number') refs.set(key.slice(1), value);
    } else if ((name === 'begin' || name === 'end') && typeof value === 'number') at.set(name, value);
    else if (['string', 'number', 'boolean'].includes(typeof value)) values.set(name, String(value));
  }
  const [begin, end] = [at.get('begin'), at.get('end')];
  const place = begin === undefined || end === undefined ? null : { begin, end };
  return { id, type: one['%TYPE'], place, values, refs };
}
