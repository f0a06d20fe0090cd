import { Matcher } from '../../../app/search/matcher.ts';
import type { FieldTerm } from '../../../app/search/query.ts';
import { holdsForStory } from '../../../app/search/story-fields.ts';
import type { Story } from '../../../app/story.ts';
import { parserOf, type StoryParser } from '../story-kind.ts';
import type { SearchRun } from './search-run.ts';
import { StoryBytes } from './story-bytes.ts';
import { type TextBytes, textBytesOf } from './text-bytes.ts';

/** Reads stories and asks the query of them: what is found here is found. */
export class Examiner {
  private readonly run: SearchRun;
  private readonly matcher: Matcher;
  private readonly parser: StoryParser;
  private readonly text: TextBytes;
  private readonly stories: StoryBytes;
  private readonly isJson: boolean;

  constructor(run: SearchRun, fd: number) {
    const { search, kind } = run.ask;
    this.run = run;
    this.matcher = new Matcher(search.query, search.matching);
    this.parser = parserOf(kind);
    this.text = textBytesOf(kind);
    this.stories = new StoryBytes(fd);
    this.isJson = kind.kind === 'json';
  }

  examine(ordinal: number): void {
    const { run } = this;
    const { columns, texts, fields } = run;
    const byteStart = columns.startOf(ordinal);
    const byteEnd = columns.endOf(ordinal);
    const { bytes, start, end } = this.stories.read(byteStart, byteEnd);
    const textAt = (byte: number) => byte - byteStart + start;
    const text = this.isJson
      ? this.parser.textOf(bytes, start, end)
      : (this.text.decode(bytes, textAt(texts.startOf(ordinal)), textAt(texts.endOf(ordinal))) ?? '');
    let parsed: Story | null = null;
    const story = () => {
      parsed ??= this.parser.parse(bytes, start, end, { ordinal, byteStart, byteEnd });
      return parsed;
    };
    const holds = (field: FieldTerm) =>
      fields.holds(field, ordinal) ?? holdsForStory(field, story()) ?? false;
    const isStopped = () => run.isStopped;
    const hits = this.matcher.matchesIn({ text, segments: () => story().segments, holds }, isStopped);
    if (hits !== null && !isStopped()) run.found.add(ordinal, hits.length);
  }
}
