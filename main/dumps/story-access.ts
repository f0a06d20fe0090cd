import { UratoriError } from '../../app/problem.ts';
import type { Story, StoryRow } from '../../app/story.ts';
import type { StoryHint } from './dump.ts';
import type { DumpBytes } from './dump-bytes.ts';
import { Duplicates } from './duplicates.ts';
import { hashNumbers } from './hash-text.ts';
import { BLOCK_STORIES, type StoryColumns } from './story-columns.ts';
import { parserOf, type StoryKind, type StoryParser } from './story-kind.ts';

/** Stories are read in runs of about this many bytes. */
const RUN_BYTES = 1 << 20;
const ROW_LEAD_LENGTH = 200;

/** Where stories are read from, and as what. */
export interface StoryPlaces {
  /** The dump's, for messages. */
  path: string;
  data(): DumpBytes;
  kind: StoryKind;
  /** Fails where the dump is not the one any more that was opened. */
  check(): Promise<void>;
}

/** Reads stories from their bytes by the index. */
export class StoryAccess {
  private readonly places: StoryPlaces;
  private readonly parser: StoryParser;
  private readonly columns: StoryColumns;
  private readonly duplicates: Duplicates;
  private readonly allHashes: () => Promise<Int32Array>;

  /** @param allHashes `hashNumbers` of all stories; asked for only when a story is looked for by a hash and without a hint */
  constructor(places: StoryPlaces, columns: StoryColumns, allHashes: () => Promise<Int32Array>) {
    this.places = places;
    this.parser = parserOf(places.kind);
    this.columns = columns;
    this.allHashes = allHashes;
    this.duplicates = new Duplicates(columns, async (ordinal) => {
      const [id = ''] = await this.each(ordinal, ordinal + 1, (bytes, from, to) =>
        this.parser.idOf(bytes, from, to),
      );
      return id;
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
    for (const ordinal of this.withFingerprint(storyId))
      if ((await this.read(ordinal)).id === storyId) return ordinal;
    for await (const ordinal of this.withHash(storyId))
      if ((await this.read(ordinal)).id === storyId) return ordinal;
    return null;
  }

  /** Stories whose id may be the hash that this id is: only reading tells. */
  private async *withHash(storyId: string): AsyncGenerator<number> {
    if (!this.parser.hasMadeIds || !/^[0-9a-f]{20}(?:~\d+)?$/u.test(storyId)) return;
    const hashes = await this.allHashes();
    const [first, second] = hashNumbers(storyId);
    for (let ordinal = 0; ordinal * 2 < hashes.length; ordinal++)
      if (hashes[ordinal * 2] === first && hashes[ordinal * 2 + 1] === second) yield ordinal;
  }

  /** Stories whose fingerprint is this id's. An id may itself end like one that was told apart. */
  private *withFingerprint(storyId: string): Generator<number> {
    const { columns } = this;
    for (const id of new Set([storyId, storyId.replace(/~\d+$/u, '')])) {
      const fingerprint = this.parser.fingerprintOf(id);
      if (fingerprint === null) return;
      const [low, high] = fingerprint;
      for (let ordinal = 0; ordinal < columns.count; ordinal++) {
        const block = columns.blockOf(ordinal);
        const row = ordinal & (BLOCK_STORIES - 1);
        if (block.low[row] === low && block.high[row] === high) yield ordinal;
      }
    }
  }

  /** The end of a run of stories that is read at once: never empty. */
  private runEnd(from: number, to: number): number {
    const limit = (from < this.columns.count ? this.columns.startOf(from) : 0) + RUN_BYTES;
    let end = from + 1;
    while (end < to && end < this.columns.count && this.columns.endOf(end) <= limit) end++;
    return end;
  }

  private async run(from: number, to: number): Promise<Story[]> {
    const { columns } = this;
    const stories = await this.each(from, to, (bytes, start, end, ordinal) =>
      this.parser.parse(bytes, start, end, {
        ordinal,
        byteStart: columns.startOf(ordinal),
        byteEnd: columns.endOf(ordinal),
      }),
    );
    for (const story of stories) {
      const rank = await this.duplicates.rank(story.ordinal);
      if (rank !== 1) story.id += `~${rank}`;
    }
    return stories;
  }

  /** What `read` makes of the bytes of the stories `from`..`to`. */
  private async each<T>(
    from: number,
    to: number,
    read: (bytes: Buffer, start: number, end: number, ordinal: number) => T,
  ): Promise<T[]> {
    const { columns, places } = this;
    for (const ordinal of [from, to - 1]) {
      if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= columns.count)
        throw new UratoriError('story-not-found', { path: places.path, ordinal });
    }
    const start = columns.startOf(from);
    const bytes = await places.data().read(start, columns.endOf(to - 1) - start);
    // Checked behind the reading: bytes that came before a change are good, those that came after are not.
    await places.check();
    return Array.from({ length: to - from }, (_, index) => {
      const ordinal = from + index;
      return read(bytes, columns.startOf(ordinal) - start, columns.endOf(ordinal) - start, ordinal);
    });
  }
}

function rowOf(story: Story): StoryRow {
  const { id, ordinal, source, publishedAt, precision, lang, lead, title, relations } = story;
  const relation = relations[0]?.kind ?? null;
  return { id, ordinal, source, publishedAt, precision, lang, lead: shortened(lead), title, relation };
}

/** Never ends in half a surrogate pair. */
function shortened(lead: string): string {
  const cut = lead.slice(0, ROW_LEAD_LENGTH);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
