import { parseStory, storyHash } from '../../app/formats/plain-text/plain-text.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Story, StoryRow } from '../../app/story.ts';
import type { Codec } from './codec.ts';
import type { StoryHint } from './dump.ts';
import type { DumpFile } from './dump-file.ts';
import { Duplicates } from './duplicates.ts';
import { hashNumbers, sha256OfText } from './hash-stories.ts';
import type { StoryColumns } from './story-columns.ts';

/** Stories are read in runs of about this many bytes. */
const RUN_BYTES = 1 << 20;
const ROW_LEAD_LENGTH = 200;

/** Reads stories from the file by the index. */
export class StoryAccess {
  private readonly file: DumpFile;
  private readonly codec: Codec;
  private readonly rule: SplitRule;
  private readonly columns: StoryColumns;
  private readonly duplicates: Duplicates;
  private readonly allHashes: () => Promise<Int32Array>;

  /** @param allHashes `hashNumbers` of all stories; asked for only when a story is looked for without a hint */
  constructor(
    file: DumpFile,
    codec: Codec,
    rule: SplitRule,
    columns: StoryColumns,
    allHashes: () => Promise<Int32Array>,
  ) {
    this.file = file;
    this.codec = codec;
    this.rule = rule;
    this.columns = columns;
    this.allHashes = allHashes;
    this.duplicates = new Duplicates(columns, async (ordinal) => {
      const [text = ''] = await this.texts(ordinal, ordinal + 1);
      return this.hashOf(text);
    });
  }

  get memoryBytes(): number {
    return this.duplicates.memoryBytes;
  }

  async read(ordinal: number): Promise<Story> {
    const [story] = await this.run(ordinal, ordinal + 1);
    return story as Story;
  }

  /** Rows in the order asked for; neighbours are read together. */
  async rows(ordinals: ArrayLike<number>): Promise<StoryRow[]> {
    const rows: StoryRow[] = [];
    for (let index = 0; index < ordinals.length; ) {
      const first = ordinals[index] as number;
      let count = 1;
      while (index + count < ordinals.length && ordinals[index + count] === first + count) count++;
      for (const story of await this.run(first, this.runEnd(first, first + count))) {
        rows.push(rowOf(story));
        index++;
      }
    }
    return rows;
  }

  /** The stories `from`..`to`, one run of bytes at a time. */
  async *inRuns(from: number, to: number): AsyncGenerator<Story> {
    for (let ordinal = from; ordinal < to; ) {
      const end = this.runEnd(ordinal, to);
      yield* await this.run(ordinal, end);
      ordinal = end;
    }
  }

  async find(storyId: string, hint: StoryHint): Promise<number | null> {
    const { columns } = this;
    const guesses = hint.ordinal === undefined ? [] : [hint.ordinal];
    if (hint.byteStart !== undefined) guesses.push(columns.firstEndingAfter(hint.byteStart));
    for (const ordinal of guesses)
      if (ordinal < columns.count && (await this.read(ordinal)).id === storyId) return ordinal;
    if (!/^[0-9a-f]{20}(?:~\d+)?$/u.test(storyId)) return null;
    const hashes = await this.allHashes();
    const [first, second] = hashNumbers(storyId);
    for (let ordinal = 0; ordinal * 2 < hashes.length; ordinal++) {
      if (hashes[ordinal * 2] !== first || hashes[ordinal * 2 + 1] !== second) continue;
      if ((await this.read(ordinal)).id === storyId) return ordinal;
    }
    return null;
  }

  /** The end of a run of stories that is read at once: never empty. */
  private runEnd(from: number, to: number): number {
    const limit = (from < this.columns.count ? this.columns.startOf(from) : 0) + RUN_BYTES;
    let end = from + 1;
    while (end < to && end < this.columns.count && this.columns.endOf(end) <= limit) end++;
    return end;
  }

  private async run(from: number, to: number): Promise<Story[]> {
    const texts = await this.texts(from, to);
    const stories: Story[] = [];
    for (const [index, text] of texts.entries()) {
      const ordinal = from + index;
      const place = {
        ordinal,
        byteStart: this.columns.startOf(ordinal),
        byteEnd: this.columns.endOf(ordinal),
      };
      const rank = await this.duplicates.rank(ordinal);
      const id = this.hashOf(text) + (rank === 1 ? '' : `~${rank}`);
      stories.push({ id, ...parseStory(text, this.rule, place) });
    }
    return stories;
  }

  private async texts(from: number, to: number): Promise<string[]> {
    const { columns, codec } = this;
    for (const ordinal of [from, to - 1]) {
      if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= columns.count)
        throw new UratoriError('story-not-found', { path: this.file.path, ordinal });
    }
    const start = columns.startOf(from);
    const bytes = await this.file.read(start, columns.endOf(to - 1) - start);
    // Checked behind the reading: bytes that came before a change are good, those that came after are not.
    await this.file.check();
    return Array.from({ length: to - from }, (_, index) =>
      codec.decode(bytes, columns.startOf(from + index) - start, columns.endOf(from + index) - start),
    );
  }

  private hashOf(text: string): string {
    return storyHash(text, this.rule, sha256OfText);
  }
}

function rowOf({ id, ordinal, source, publishedAt, precision, lang, lead }: Story): StoryRow {
  return { id, ordinal, source, publishedAt, precision, lang, lead: shortened(lead) };
}

/** Never ends in half a surrogate pair. */
function shortened(lead: string): string {
  const cut = lead.slice(0, ROW_LEAD_LENGTH);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
