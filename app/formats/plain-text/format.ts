import type { Problem } from '../../problem.ts';
import type { Source } from '../../story.ts';
import type { Entry, Format, Head, ParseOptions } from '../format.ts';
import { textLines } from '../reading/text-lines.ts';
import type { SplitRule } from '../split-rule.ts';
import type { StoryRecord } from '../story-record.ts';
import { parseByline } from './byline.ts';
import { guessRule } from './guess.ts';
import { markTest } from './line-rules.ts';
import { parseStory } from './plain-text.ts';
import { lineKind } from './split-text.ts';
import { StoryCutter } from './story-cutter.ts';
import { canonicalText } from './story-lines.ts';

/** How much of a text is looked at to guess how it is split, in UTF-16 units. */
const GUESS_UNITS = 1 << 18;
/** A story that goes on for longer is ended here: nobody reads it as one, and it has to be held. In UTF-16 units. */
const STORY_LIMIT = 1 << 26;
const TEXT_NAME = /\.(?:txt|text)$/iu;
const NOWHERE = { ordinal: 0, byteStart: 0, byteEnd: 0 };

/**
 * Plain text that is not read in place: in an archive, or in an encoding whose byte ranges cannot be searched. Splits
 * as the scanner of bytes does, with LF as the line break.
 */
export const plainText: Format = {
  id: 'plain-text',

  sniff({ name, bytes, text }: Head): number {
    if (text === '' && bytes.length > 0) return 0;
    // Whatever markup people post: a text file with bylines is what its name says.
    const isPage = /^\s*<(?:!doctype|html)/iu.test(text);
    return !isPage && TEXT_NAME.test(name) && text.split('\n').some(isPlainByline) ? 0.95 : 0.2;
  },

  async *parse(entry: Entry, { rule }: ParseOptions): AsyncGenerator<StoryRecord | Problem> {
    // The text that a web archive took from a page is one story, whatever its line breaks are.
    const chosen = rule ?? (entry.url === null ? await guessed(entry) : { kind: 'whole' });
    const stories: StoryRecord[] = [];
    const text = new HeldText();
    const mark = markTest(chosen);
    const cutter = new StoryCutter<never>(chosen.kind, (start, end) => {
      stories.push(recordOf(text.slice(start, end), chosen, entry, text.lineAt(start)));
    });
    for await (const { text: line, number } of textLines(entry.text(), STORY_LIMIT)) {
      const start = text.append(line, number);
      cutter.line(lineKind(line, mark), start, start + line.length, null, 0, 0);
      if (text.length > STORY_LIMIT) cutter.finish();
      yield* stories;
      stories.length = 0;
      text.forget(cutter.openStart);
    }
    cutter.finish();
    yield* stories;
  },
};

function isPlainByline(line: string): boolean {
  // In a page the date of an embedded post is a link.
  return !/<a\s/iu.test(line) && (parseByline(line)?.publishedAt ?? null) !== null;
}

async function guessed(entry: Entry): Promise<SplitRule> {
  let head = '';
  for await (const chunk of entry.text()) {
    head += chunk;
    if (head.length >= GUESS_UNITS)
      return guessRule(head.slice(0, head.lastIndexOf('\n') + 1 || head.length));
  }
  return guessRule(head);
}

function recordOf(text: string, rule: SplitRule, entry: Entry, line: number): StoryRecord {
  const { ordinal, byteStart, byteEnd, ...story } = parseStory(text, rule, NOWHERE);
  const origin = { entry: entry.name, unit: 'line', position: line } as const;
  const source = story.source ?? outletOf(entry.url);
  return { ...story, source, link: entry.url, id: null, identity: canonicalText(text, rule), origin };
}

/** The site that a web archive took a text from. */
function outletOf(url: string | null): Source | null {
  const host = url === null ? null : /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1];
  return host ? { name: host, handle: null } : null;
}

/** The lines that a story may still be made of, joined by LF. Positions count from the text's beginning. */
class HeldText {
  private lines: { start: number; number: number; text: string }[] = [];
  private end = 0;

  /** UTF-16 units that are held. */
  get length(): number {
    return this.end - (this.lines[0]?.start ?? this.end);
  }

  append(text: string, number: number): number {
    const start = this.end;
    this.lines.push({ start, number, text });
    this.end += text.length + 1;
    return start;
  }

  slice(start: number, end: number): string {
    return this.lines
      .filter((line) => line.start >= start && line.start < end)
      .map((line) => line.text)
      .join('\n');
  }

  lineAt(start: number): number {
    return this.lines.find((line) => line.start === start)?.number ?? 0;
  }

  forget(before: number): void {
    if ((this.lines[1]?.start ?? Number.POSITIVE_INFINITY) > before) return;
    this.lines = this.lines.filter((line) => line.start >= before);
  }
}
