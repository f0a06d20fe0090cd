import type { Problem } from '../../problem.ts';
import type { Origin } from '../../story.ts';
import type { Entry } from '../format.ts';
import { jsonValues } from './json-values.ts';
import { parseJson } from './parse-json.ts';
import { LINE_LIMIT, textLines } from './text-lines.ts';

/** A record of a JSON file, and where it stands. */
export interface JsonRecord {
  value: unknown;
  origin: Origin;
}

/** So many lines tell whether each is a record. */
const LINES_TO_LOOK_AT = 20;

/**
 * The records of a file in any of the shapes that programs write records in: one a line (JSONL), the items of a list,
 * or documents end to end. One at a time; one that cannot be read is a problem, and the next is read.
 */
export async function* jsonRecords(entry: Entry): AsyncGenerator<JsonRecord | Problem> {
  const isList = (await firstSign(entry)) === '[';
  if (!isList && (await hasRecordPerLine(entry))) {
    yield* recordsOfLines(entry);
    return;
  }
  for await (const found of jsonValues(entry.text(), [isList ? ['*'] : []], entry.name)) {
    if ('code' in found) yield found;
    else yield { value: found.value, origin: { entry: entry.name, unit: 'record', position: found.record } };
  }
}

async function firstSign(entry: Entry): Promise<string> {
  for await (const chunk of entry.text()) {
    const sign = chunk.trimStart()[0];
    if (sign !== undefined) return sign;
  }
  return '';
}

/** The first line that is a whole object decides: inside of a printed one, lines are indented or have a comma behind. */
async function hasRecordPerLine(entry: Entry): Promise<boolean> {
  let looked = 0;
  for await (const { text } of textLines(entry.text())) {
    const line = text.trimEnd();
    if (line !== '' && looked++ > LINES_TO_LOOK_AT) return false;
    if (!line.startsWith('{')) continue;
    if (parsed(line) !== undefined) return true;
    if (line.endsWith(',') && parsed(line.slice(0, -1)) !== undefined) return false;
  }
  return false;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

async function* recordsOfLines(entry: Entry): AsyncGenerator<JsonRecord | Problem> {
  for await (const { text, number, cut } of textLines(entry.text())) {
    if (text.trim() === '') continue;
    const origin = { entry: entry.name, unit: 'line', position: number } as const;
    const value = cut ? undefined : parsed(text);
    if (cut) yield { code: 'record-too-large', params: { ...origin, limit: LINE_LIMIT } };
    else if (value !== undefined) yield { value, origin };
    else yield* recordsWithin(text, origin);
  }
}

/** Of a line that is no record: some programs forget the line break between two. */
async function* recordsWithin(line: string, origin: Origin): AsyncGenerator<JsonRecord | Problem> {
  let records = 0;
  let problem: Problem | null = null;
  for await (const found of jsonValues(once(line), [[]], origin.entry)) {
    if ('code' in found) problem ??= found;
    else {
      records++;
      yield { value: found.value, origin };
    }
  }
  if (records > 1 && problem === null) return;
  const { entry, unit, position } = origin;
  yield { code: 'record-bad-json', params: { entry, unit, position, detail: whyNot(line) } };
}

function whyNot(text: string): string {
  try {
    parseJson(text);
  } catch (thrown) {
    return (thrown as Error).message;
  }
  return '';
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
