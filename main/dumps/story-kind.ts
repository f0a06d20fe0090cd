import { parseStory, type StoryPlace, storyHash } from '../../app/formats/plain-text/plain-text.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { Story } from '../../app/story.ts';
import { codecOf, type Encoding } from './codec.ts';
import { sha256OfText } from './hash-text.ts';

/** What the bytes of a story are, in a form that workers are told. */
export type StoryKind =
  /** Text, split by a rule. */
  | { kind: 'text'; encoding: Encoding; rule: SplitRule }
  /** A line of a spool: the JSON of a story, its text last. */
  | { kind: 'record' };

/** Reads stories of one kind from their bytes. */
export interface StoryParser {
  /** Everything but the number that tells equal ids apart. `id` is the id before that. */
  parse(bytes: Buffer, from: number, to: number, place: StoryPlace): Story;
  /** The id before equal ones are told apart. */
  idOf(bytes: Buffer, from: number, to: number): string;
  /** The text alone. */
  textOf(bytes: Buffer, from: number, to: number): string;
}

export function parserOf(kind: StoryKind): StoryParser {
  return kind.kind === 'text' ? textParser(kind.encoding, kind.rule) : RECORDS;
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
};
