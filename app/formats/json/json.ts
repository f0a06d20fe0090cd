import type { Problem } from '../../problem.ts';
import type { Entry, Format, Head } from '../format.ts';
import { guessMapping } from '../mapping/guess.ts';
import { asWritten, decoderOf, markupOf } from '../mapping/markup.ts';
import { recordToStory } from '../mapping/record-to-story.ts';
import { jsonValues } from '../reading/json-values.ts';
import { parseJson } from '../reading/parse-json.ts';
import { LINE_LIMIT, textLines } from '../reading/text-lines.ts';
import { beginsAsJson } from './likeness.ts';
import { type JsonShape, lookAtJson } from './shape.ts';

/**
 * JSON that no other format claims: one record a line, a list of records, a document with such a list in it, or
 * documents one behind the other. A mapping tells which keys hold what.
 */
export const json: Format = { id: 'json', sniff, parse };

const NAME = /\.(?:json|jsonl|ndjson|jsonld|geojson|jl)$/iu;

/** Low, so that whoever knows the records better takes them. */
function sniff({ name, text }: Head): number {
  const named = NAME.test(name);
  if (beginsAsJson(text)) return named ? 0.35 : 0.3;
  return named && text !== '' ? 0.1 : 0;
}

async function* parse(entry: Entry, options: Parameters<Format['parse']>[1]): ReturnType<Format['parse']> {
  const { shape, samples } = await lookAtJson(entry);
  const mapping = options.mapping ?? guessMapping(samples);
  const decode = mapping === null ? asWritten : await decoderOf(markupOf(samples, mapping));
  let read = false;
  for await (const item of recordsOf(entry, shape)) {
    if ('code' in item) {
      read = true;
      yield item;
    } else if (mapping !== null) {
      read = true;
      yield recordToStory(item.value, mapping, item.where, decode);
    } else break;
  }
  if (!read) yield { code: 'entry-no-text', params: { entry: entry.name } };
}

interface JsonRecord {
  value: unknown;
  where: { entry: string; unit: 'line' | 'record'; position: number };
}

async function* recordsOf(entry: Entry, shape: JsonShape): AsyncGenerator<JsonRecord | Problem> {
  if (shape.kind === 'lines') {
    yield* recordsOfLines(entry);
    return;
  }
  for await (const item of jsonValues(entry.text(), [shape.path], entry.name)) {
    if ('code' in item) yield item;
    else yield { value: item.value, where: { entry: entry.name, unit: 'record', position: item.record } };
  }
}

async function* recordsOfLines(entry: Entry): AsyncGenerator<JsonRecord | Problem> {
  for await (const { text, number, cut } of textLines(entry.text())) {
    const where = { entry: entry.name, unit: 'line', position: number } as const;
    if (cut) yield { code: 'record-too-large', params: { ...where, limit: LINE_LIMIT } };
    else if (text.trim() !== '') {
      try {
        yield { value: parseJson(text), where };
      } catch (thrown) {
        yield { code: 'record-bad-json', params: { ...where, detail: (thrown as Error).message } };
      }
    }
  }
}
