import type { Entry } from '../format.ts';
import { guessMapping, SAMPLES } from '../mapping/guess.ts';
import { isNested, textsAt } from '../mapping/values.ts';
import { beginningOf } from '../reading/beginning.ts';
import { type JsonPath, jsonValues } from '../reading/json-values.ts';
import { parseJson } from '../reading/parse-json.ts';
import { arraysIn } from './arrays-in.ts';

/** Where the records of a JSON text stand: one a line, or all values at a path. */
export type JsonShape = { kind: 'lines' } | { kind: 'values'; path: JsonPath };

export interface JsonLook {
  shape: JsonShape;
  /** The first records, at most `SAMPLES`. */
  samples: unknown[];
}

/** So much of a text tells its shape. In UTF-16 units. */
export const LOOK_AT = 1 << 20;
/** Of so many lines half must be JSON where the first one is not. */
const FIRST_LINES = 5;

/** Finds the records by the beginning of the text. */
export async function lookAtJson(entry: Entry): Promise<JsonLook> {
  const { text, whole } = await beginningOf(entry, LOOK_AT);
  const samples = samplesOfLines(text, whole);
  return samples === null ? await mostProse(text) : { shape: { kind: 'lines' }, samples };
}

/**
 * The first records of a text that has one a line; null where it has not.
 * @param text the beginning of the text, or all of it (`whole`)
 */
export function samplesOfLines(text: string, whole: boolean): unknown[] | null {
  const lines = firstLines(text, whole);
  return lines.length > 1 && isLines(lines) ? lines.flatMap((line) => parsed(line) ?? []) : null;
}

/** Lines that are not blank; the last one may have been cut, unless this is the whole text. */
function firstLines(text: string, whole: boolean): string[] {
  const lines = text.split('\n');
  if (!whole) lines.pop();
  return lines.filter((line) => line.trim() !== '').slice(0, SAMPLES);
}

function isLines(lines: readonly string[]): boolean {
  const first = lines.slice(0, FIRST_LINES);
  const good = first.map((line) => parsed(line) !== null);
  return good[0] === true || good.filter(Boolean).length * 2 > first.length;
}

/** The object or list of a line, wrapped; null where the line is neither. */
function parsed(line: string): [object] | null {
  try {
    const value = parseJson(line);
    return isNested(value) ? [value] : null;
  } catch {
    return null;
  }
}

/** Of the documents themselves and the lists in them: those that say most. */
async function mostProse(text: string): Promise<JsonLook> {
  let best: JsonLook | null = null;
  let most = -1;
  for (const path of [...arraysIn(text).map((array) => [...array, '*']), []]) {
    const samples = await samplesAt(text, path);
    const columns = guessMapping(samples);
    const said = columns?.text.flatMap((column) => samples.flatMap((record) => textsAt(record, column)));
    const units = said?.reduce((sum, { length }) => sum + length, 0) ?? 0;
    if (units > most) {
      most = units;
      best = { shape: { kind: 'values', path }, samples };
    }
  }
  return best ?? { shape: { kind: 'values', path: [] }, samples: [] };
}

async function samplesAt(text: string, path: JsonPath): Promise<unknown[]> {
  const samples: unknown[] = [];
  for await (const item of jsonValues(once(text), [path], '')) {
    if ('value' in item) samples.push(item.value);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
