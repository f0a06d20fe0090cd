import type { ColumnMapping, ColumnPath } from '../../../app/formats/column-mapping.ts';
import { languageFrom } from '../../../app/formats/mapping/language-value.ts';
import { cleaned, factsOf, type RecordFacts, shortened } from '../../../app/formats/mapping/record-facts.ts';
import { parseJson, parseJsonString } from '../../../app/formats/reading/parse-json.ts';
import type { Source } from '../../../app/story.ts';
import { asciiLanguage } from '../../../app/text/ascii-language.ts';
import { LANGUAGE_SAMPLE, languageCode, languageOf } from '../../../app/text/language.ts';
import { NO_BYLINE, type StoryColumns } from '../story-columns.ts';
import { type DateFacts, dayIn, factsOfMoment, NO_DATE, precisionIn, timeIn } from './date-facts.ts';
import { DateMemory } from './date-memory.ts';
import { isEscapedJapanese } from './escaped-japanese.ts';
import { beginningOfString } from './escaped-text.ts';
import { FieldMemory } from './field-memory.ts';
import { fieldText } from './field-text.ts';
import { type Fingerprint, fingerprintOfId, fingerprintOfText } from './fingerprint.ts';
import { isJapaneseAtAGlance } from './japanese-at-a-glance.ts';
import { keyTree } from './key-tree.ts';
import { ABSENT, DIGITS, ESCAPED, RecordWalker, STRING } from './record-walker.ts';
import { SourceMemory } from './source-memory.ts';
import { beginsWithSign, endsWithSign, isPlainWord } from './text-bytes.ts';
import { packedRange } from './text-range.ts';

/** Why a line is no story. */
export type LineTrouble = { code: 'record-bad-json'; detail: string } | { code: 'record-no-text' };

const JAPANESE = languageCode('ja');
/** A longer text with escapes is parsed with all of its line. In bytes. */
const DECODED_MAX_BYTES = 1 << 16;
/** A language column has hardly as many different values. */
const LANGUAGE_NAMES = 1 << 8;
/** Of a language column that names none. */
const UNKNOWN = -1;

/**
 * Makes rows of an index of lines of JSON. Most lines are not parsed: the values that count are found in their bytes,
 * and those that come back all the time are remembered. Whatever is not plain to see is parsed; the rows are the same.
 */
export class LineIndexer {
  private readonly mapping: ColumnMapping;
  private readonly columns: StoryColumns;
  private readonly walker: RecordWalker | null;
  /** Which of the walker's values has what; -1: none. */
  private readonly slots: Record<'text' | 'id' | 'name' | 'handle' | 'date' | 'lang', number>;
  private readonly dates = new DateMemory();
  private readonly publishers = new SourceMemory();
  private readonly languages = new FieldMemory<number>(LANGUAGE_NAMES, (text) =>
    languageNumber(languageFrom(shortened(text) ?? '')),
  );
  private readonly fingerprint: Fingerprint = { low: 0, high: 0 };
  private bytes: Buffer = Buffer.alloc(0);
  private offset = 0;
  private damaged = false;

  constructor(mapping: ColumnMapping, columns: StoryColumns) {
    this.mapping = mapping;
    this.columns = columns;
    const paths: ColumnPath[] = [];
    const slot = (path: ColumnPath | null | undefined) => (path ? slotOf(path, paths) : -1);
    const { text, id, name, handle, date, lang } = mapping;
    this.slots = {
      text: slot(text[0]),
      id: slot(id),
      name: slot(name),
      handle: slot(handle),
      date: slot(date),
      lang: slot(lang),
    };
    const tree = text.length === 1 ? keyTree(paths) : null;
    this.walker = tree === null ? null : new RecordWalker(tree, paths.length);
  }

  /** Everybody who has published a story so far. */
  get sources(): Source[] {
    return this.publishers.list;
  }

  /**
   * Has to be called when there are other bytes than before.
   * @param offset position of `bytes[0]` in the dump
   * @param damaged not all of them are UTF-8
   */
  setBytes(bytes: Buffer, offset: number, damaged: boolean): void {
    this.bytes = bytes;
    this.offset = offset;
    this.damaged = damaged;
    this.walker?.setBytes(bytes);
  }

  /** Takes the line `from`..`to`, behind which a line feed stands; null where it is a story. */
  line(from: number, to: number): LineTrouble | null {
    return this.quickly(from, to) ? null : this.parsed(from, to);
  }

  private quickly(from: number, to: number): boolean {
    const { walker, slots, bytes } = this;
    if (walker === null || this.damaged || !walker.walk(from, to)) return false;
    const { kinds, starts, ends } = walker;
    const kind = kinds[slots.text] as number;
    const start = starts[slots.text] as number;
    const end = ends[slots.text] as number;
    if ((kind !== STRING && kind !== ESCAPED) || !beginsWithSign(bytes, start, end)) return false;
    if (kind === ESCAPED && end - start > DECODED_MAX_BYTES) return false;
    const language = this.languageOf(walker, start, end);
    const date = this.dateOf(walker);
    const source = this.sourceOf(walker);
    this.identify(walker, kind, start, end, dayIn(date), source);
    this.add(from, to, start, end, source, date, language);
    return true;
  }

  private dateOf({ kinds, starts, ends }: RecordWalker): DateFacts {
    const { date } = this.slots;
    if (date === -1 || kinds[date] === ABSENT) return NO_DATE;
    return this.dates.of(kinds[date] as number, this.bytes, starts[date] as number, ends[date] as number);
  }

  private sourceOf(walker: RecordWalker): number {
    const { publishers, slots } = this;
    const name = this.remembered(walker, slots.name, publishers.names) ?? 0;
    return publishers.ofPair(name, this.remembered(walker, slots.handle, publishers.handles) ?? 0);
  }

  private remembered(
    { kinds, starts, ends }: RecordWalker,
    slot: number,
    memory: FieldMemory<number>,
  ): number | null {
    if (slot === -1 || kinds[slot] === ABSENT) return null;
    return memory.of(kinds[slot] as number, this.bytes, starts[slot] as number, ends[slot] as number);
  }

  private languageOf(walker: RecordWalker, from: number, to: number): number {
    const named = this.remembered(walker, this.slots.lang, this.languages);
    if (named !== null && named !== UNKNOWN) return named;
    const { bytes } = this;
    if (isAsciiLetter(bytes[from] as number)) {
      const language = asciiLanguage(bytes, from, to, LANGUAGE_SAMPLE, true);
      if (language !== null) return languageCode(language);
    }
    if (isJapaneseAtAGlance(bytes, from, to, LANGUAGE_SAMPLE)) return JAPANESE;
    if (isEscapedJapanese(bytes, from, to, LANGUAGE_SAMPLE)) return JAPANESE;
    // Of a line break in two characters only one counts, so that more of them are looked at.
    const text = beginningOfString(bytes, from, to, LANGUAGE_SAMPLE * 2) ?? this.decoded(from, to);
    return languageCode(languageOf(cleaned(text).slice(0, LANGUAGE_SAMPLE)));
  }

  private identify(
    walker: RecordWalker,
    kind: number,
    from: number,
    to: number,
    day: number,
    source: number,
  ): void {
    const { bytes, fingerprint } = this;
    const slot = this.slots.id;
    const idKind = slot === -1 ? ABSENT : (walker.kinds[slot] as number);
    if (idKind !== ABSENT) {
      const [idFrom, idTo] = [walker.starts[slot] as number, walker.ends[slot] as number];
      if (idKind === DIGITS || (idKind === STRING && isPlainWord(bytes, idFrom, idTo))) {
        fingerprintOfId(bytes, idFrom, idTo, fingerprint);
        return;
      }
      const id = fieldText(idKind, bytes, idFrom, idTo);
      if (id !== null) {
        this.identifyBy(id);
        return;
      }
    }
    const publisher = this.sources[source] ?? null;
    if (kind === STRING && endsWithSign(bytes, from, to) && !bytes.subarray(from, to).includes(0x0d))
      fingerprintOfText(bytes, from, to, day, publisher, fingerprint);
    else {
      const text = kind === STRING ? bytes.toString('utf8', from, to) : this.decoded(from, to);
      this.identifyByText(cleaned(text), day, publisher);
    }
  }

  private identifyBy(id: string): void {
    const bytes = Buffer.from(id.toWellFormed());
    fingerprintOfId(bytes, 0, bytes.length, this.fingerprint);
  }

  private identifyByText(text: string, day: number, publisher: Source | null): void {
    const bytes = Buffer.from(text);
    fingerprintOfText(bytes, 0, bytes.length, day, publisher, this.fingerprint);
  }

  private decoded(from: number, to: number): string {
    return parseJsonString(this.bytes.toString('utf8', from, to));
  }

  private parsed(from: number, to: number): LineTrouble | null {
    let facts: RecordFacts;
    try {
      facts = factsOf(parseJson(this.bytes.toString('utf8', from, to)), this.mapping);
    } catch (thrown) {
      return { code: 'record-bad-json', detail: (thrown as Error).message };
    }
    if (facts.text === '') return { code: 'record-no-text' };
    const date = factsOfMoment(facts.moment);
    if (facts.id !== null) this.identifyBy(facts.id);
    else this.identifyByText(facts.text, dayIn(date), facts.source);
    const language = languageCode(facts.lang ?? languageOf(facts.text.slice(0, LANGUAGE_SAMPLE)));
    this.add(from, to, -1, -1, this.publishers.of(facts.source), date, language);
    return null;
  }

  private add(
    from: number,
    to: number,
    textStart: number,
    textEnd: number,
    source: number,
    date: DateFacts,
    language: number,
  ): void {
    const { columns, offset, fingerprint } = this;
    const start = offset + from;
    const end = this.bytes[to - 1] === 0x0d ? to - 1 : to;
    const range = textStart === -1 ? NO_BYLINE : packedRange(textStart - from, end - textEnd);
    columns.add(
      start,
      offset + end,
      range === NO_BYLINE ? -1 : start + range,
      source,
      dayIn(date),
      fingerprint.low,
      fingerprint.high,
      language,
      precisionIn(date),
      timeIn(date),
    );
  }
}

function isAsciiLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function slotOf(path: ColumnPath, paths: ColumnPath[]): number {
  const known = paths.findIndex(
    (other) => other.length === path.length && other.every((key, level) => key === path[level]),
  );
  return known === -1 ? paths.push(path) - 1 : known;
}

function languageNumber(language: string | null): number {
  return language === null ? UNKNOWN : languageCode(language);
}
