import { Matcher } from '../../../app/search/matcher.ts';
import type { FieldTerm } from '../../../app/search/query.ts';
import { holdsForStory } from '../../../app/search/story-fields.ts';
import type { Story } from '../../../app/story.ts';
import { textRange } from '../json-lines/text-range.ts';
import { parserOf, type StoryParser } from '../story-kind.ts';
import { ByteMatcher } from './byte-matcher.ts';
import type { SearchRun } from './search-run.ts';
import { spellingOf } from './spelling.ts';
import { StoryBytes } from './story-bytes.ts';
import { type TextBytes, textBytesOf } from './text-bytes.ts';

/** Asks the query of stories, by their bytes where these tell, else by their text: what is found here is found. */
export class Examiner {
  private readonly run: SearchRun;
  private readonly byBytes: ByteMatcher | null;
  private readonly byText: Matcher;
  private readonly parser: StoryParser;
  /** Null where the text is put together from a record. */
  private readonly text: TextBytes | null;
  private readonly stories: StoryBytes;

  constructor(run: SearchRun, fd: number) {
    const { search, kind } = run.ask;
    this.run = run;
    const isAnswered = (field: FieldTerm) => run.fields.isAnswered(field);
    this.byBytes = ByteMatcher.of(search, kind, spellingOf(kind), isAnswered);
    this.byText = new Matcher(search.query, search.matching);
    this.parser = parserOf(kind);
    this.text = kind.kind === 'json' ? null : textBytesOf(kind);
    this.stories = new StoryBytes(fd);
  }

  /** Whether a look at what the bytes hold saves decoding them. */
  get decodes(): boolean {
    return this.byBytes === null;
  }

  /** @param read the bytes of the story's text, if they are at hand */
  examine(ordinal: number, read: { bytes: Buffer; start: number; end: number } | null): void {
    const hits = this.byBytes ? this.askBytes(this.byBytes, ordinal, read) : this.askText(ordinal);
    if (hits !== null && !this.run.isStopped) this.run.found.add(ordinal, hits);
  }

  private askBytes(
    matcher: ByteMatcher,
    ordinal: number,
    read: { bytes: Buffer; start: number; end: number } | null,
  ): number | null {
    const { columns, texts, fields } = this.run;
    const { bytes, start, end } = read ?? this.stories.read(texts.startOf(ordinal), texts.endOf(ordinal));
    const text = this.text ? { start, end } : textRange(columns.bylineOf(ordinal), start, end);
    if (text === null) return this.askText(ordinal);
    return matcher.hitsIn(bytes, text.start, text.end, (field) => fields.holds(field, ordinal) === true);
  }

  private askText(ordinal: number): number | null {
    const { run } = this;
    const { columns, texts, fields } = run;
    const byteStart = columns.startOf(ordinal);
    const byteEnd = columns.endOf(ordinal);
    const { bytes, start, end } = this.stories.read(byteStart, byteEnd);
    const textAt = (byte: number) => byte - byteStart + start;
    const text = this.text
      ? (this.text.decode(bytes, textAt(texts.startOf(ordinal)), textAt(texts.endOf(ordinal))) ?? '')
      : this.parser.textOf(bytes, start, end, columns.bylineOf(ordinal));
    let parsed: Story | null = null;
    const story = () => {
      parsed ??= this.parser.parse(bytes, start, end, { ordinal, byteStart, byteEnd });
      return parsed;
    };
    const holds = (field: FieldTerm) =>
      fields.holds(field, ordinal) ?? holdsForStory(field, story()) ?? false;
    const isStopped = () => run.isStopped;
    const hits = this.byText.matchesIn({ text, segments: () => story().segments, holds }, isStopped);
    return hits?.length ?? null;
  }
}
