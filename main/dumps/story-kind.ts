import type { ColumnMapping } from '../../app/formats/column-mapping.ts';
import { cleaned, factsOf, textOfRecord } from '../../app/formats/mapping/record-facts.ts';
import { storyOfFacts } from '../../app/formats/mapping/record-to-story.ts';
import { parseStory, type StoryPlace, storyHash } from '../../app/formats/plain-text/plain-text.ts';
import { parseJson, parseJsonString } from '../../app/formats/reading/parse-json.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Story } from '../../app/story.ts';
import { codecOf, type Encoding } from './codec.ts';
import { hashNumbers, sha256OfText } from './hash-text.ts';
import { fingerprintOfId } from './json-lines/fingerprint.ts';
import { textRange } from './json-lines/text-range.ts';
import { idOfRecord } from './record-id.ts';
import { NO_BYLINE } from './story-columns.ts';

/** What the bytes of a story are, in a form that workers are told. */
export type StoryKind =
  /** Text, split by a rule. */
  | { kind: 'text'; encoding: Encoding; rule: SplitRule }
  /** A line of a spool: the JSON of a story, its text last. */
  | { kind: 'record' }
  /** A record of the dump's own, in JSON. */
  | { kind: 'json'; mapping: ColumnMapping };

/** Reads stories of one kind from their bytes. */
export interface StoryParser {
  /** Everything but the number that tells equal ids apart. `id` is the id before that. */
  parse(bytes: Buffer, from: number, to: number, place: StoryPlace): Story;
  /** The id before equal ones are told apart. */
  idOf(bytes: Buffer, from: number, to: number): string;
  /**
   * The text alone.
   * @param column what the index has in the byline column, where that is at hand: it may save reading the rest
   */
  textOf(bytes: Buffer, from: number, to: number, column?: number): string;
  /** The fingerprint that the index has of stories with this id; null where fingerprints are not made of ids. */
  fingerprintOf(id: string): readonly [low: number, high: number] | null;
  /** There are ids that are hashes of the stories, which only reading tells. */
  readonly hasMadeIds: boolean;
}

export function parserOf(kind: StoryKind): StoryParser {
  switch (kind.kind) {
    case 'text':
      return textParser(kind.encoding, kind.rule);
    case 'record':
      return RECORDS;
    case 'json':
      return jsonParser(kind.mapping);
  }
}

function textParser(encoding: Encoding, rule: SplitRule): StoryParser {
  const codec = codecOf(encoding);
  const idOf = (text: string) => storyHash(text, rule, sha256OfText);
  return {
    parse(bytes, from, to, place) {
      const text = codec.decode(bytes, from, to);
      return { id: idOf(text), ...parseStory(text, rule, place) };
    },
    idOf: (bytes, from, to) => idOf(codec.decode(bytes, from, to)),
    textOf: (bytes, from, to) => codec.decode(bytes, from, to),
    fingerprintOf: () => null,
    hasMadeIds: true,
  };
}

/** A story as a line of a spool has it. */
type SpooledStory = Omit<Story, 'ordinal' | 'byteStart' | 'byteEnd'>;

const read = (bytes: Buffer, from: number, to: number) =>
  JSON.parse(bytes.toString('utf8', from, to)) as SpooledStory;

const RECORDS: StoryParser = {
  parse: (bytes, from, to, place) => ({ ...read(bytes, from, to), ...place }),
  idOf: (bytes, from, to) => read(bytes, from, to).id,
  textOf: (bytes, from, to) => read(bytes, from, to).text,
  fingerprintOf: (id) => hashNumbers(sha256OfText(id)),
  hasMadeIds: false,
};

function jsonParser(mapping: ColumnMapping): StoryParser {
  const facts = (bytes: Buffer, from: number, to: number) =>
    factsOf(parseJson(bytes.toString('utf8', from, to)), mapping);
  return {
    parse(bytes, from, to, place) {
      const { identity: _, ...story } = storyOfFacts(facts(bytes, from, to), null);
      return { ...story, id: idOfRecord(story), ...place };
    },
    idOf(bytes, from, to) {
      const { id, source, moment, text } = facts(bytes, from, to);
      return idOfRecord({ id, source, publishedAt: moment?.iso ?? null, text });
    },
    textOf(bytes, from, to, column = NO_BYLINE) {
      const range = textRange(column, from, to);
      return range === null
        ? textOfRecord(parseJson(bytes.toString('utf8', from, to)), mapping)
        : cleaned(parseJsonString(bytes.toString('utf8', range.start, range.end)));
    },
    fingerprintOf(id) {
      if (mapping.id === null) return null;
      const fingerprint = { low: 0, high: 0 };
      const bytes = Buffer.from(id);
      fingerprintOfId(bytes, 0, bytes.length, fingerprint);
      return [fingerprint.low, fingerprint.high];
    },
    // Also where a column has ids: a record may have none in it.
    hasMadeIds: true,
  };
}
