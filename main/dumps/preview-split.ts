import { markTest } from '../../app/formats/plain-text/line-rules.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Story } from '../../app/story.ts';
import { codecOf } from './codec.ts';
import { LineScanner } from './line-scanner.ts';
import type { PlainTextReader } from './plain-text-reader.ts';
import { StoryAccess } from './story-access.ts';
import { StoryColumns } from './story-columns.ts';

/** What a rule makes of the beginning of a plain text. */
export interface SplitPreview {
  /** Stories of the whole file if `complete`, of its beginning otherwise. */
  count: number;
  complete: boolean;
  first: Story[];
}

/** A preview answers while a person types: it looks at no more than this. */
const PREVIEW_BYTES = 4 << 20;

/**
 * Splits the beginning of a plain text in this very thread.
 * @param stories how many to read
 * @throws UratoriError `dump-empty` {path}
 */
export async function previewSplit(reader: PlainTextReader, stories: number): Promise<SplitPreview> {
  const { data, bomBytes, kind, rule } = reader;
  const bytes = await data.read(bomBytes, PREVIEW_BYTES);
  const complete = bomBytes + bytes.length === data.bytes;
  const columns = new StoryColumns();
  const readAt = (position: number, length: number) =>
    bytes.subarray(position - bomBytes, position - bomBytes + length);
  const scanner = new LineScanner(codecOf(reader.encoding), rule, markTest(rule), columns, readAt, false);
  const used = scanner.push(bytes, bytes.length, bomBytes);
  scanner.lastLine(bytes.subarray(used), bytes.length - used, bomBytes + used);
  scanner.finish();
  if (complete && columns.count === 0) throw new UratoriError('dump-empty', { path: data.path });
  const places = { path: data.path, data: () => data, kind, check: () => data.check() };
  const access = new StoryAccess(places, columns, () => Promise.resolve(new Int32Array()));
  const first: Story[] = [];
  for await (const story of access.inRuns(0, Math.min(stories, columns.count))) first.push(story);
  return { count: columns.count, complete, first };
}
