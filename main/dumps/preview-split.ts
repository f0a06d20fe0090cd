import { markTest } from '../../app/formats/plain-text/line-rules.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Story } from '../../app/story.ts';
import { codecOf, type Encoding } from './codec.ts';
import { DumpFile } from './dump-file.ts';
import { readHead } from './dump-head.ts';
import { LineScanner } from './line-scanner.ts';
import { StoryAccess } from './story-access.ts';
import { StoryColumns } from './story-columns.ts';

/** What a rule would make of a dump. */
export interface SplitPreview {
  path: string;
  bytes: number;
  encoding: Encoding;
  rule: SplitRule;
  guessedRule: SplitRule;
  /** Stories of the whole file if `complete`, of its beginning otherwise. */
  count: number;
  complete: boolean;
  first: Story[];
}

/** A preview answers while a person types: it looks at no more than this. */
const PREVIEW_BYTES = 4 << 20;

/**
 * Splits the beginning of a dump by a rule, or by the guessed one for null.
 * @throws UratoriError what `openDump` throws
 */
export async function previewSplit(
  path: string,
  rule: SplitRule | null,
  { stories }: { stories: number },
): Promise<SplitPreview> {
  // A rule that is wrong is wrong for every file.
  if (rule !== null) markTest(rule);
  const file = await DumpFile.open(path);
  try {
    const head = await readHead(file);
    const chosen = rule ?? head.guessedRule;
    const codec = codecOf(head.encoding);
    const bytes = await file.read(head.bomBytes, PREVIEW_BYTES);
    const complete = head.bomBytes + bytes.length === file.bytes;
    const columns = new StoryColumns();
    const readAt = (position: number, length: number) =>
      bytes.subarray(position - head.bomBytes, position - head.bomBytes + length);
    const scanner = new LineScanner(codec, chosen, markTest(chosen), columns, readAt, false);
    const used = scanner.push(bytes, bytes.length, head.bomBytes);
    scanner.lastLine(bytes.subarray(used), bytes.length - used, head.bomBytes + used);
    scanner.finish();
    if (complete && columns.count === 0) throw new UratoriError('dump-empty', { path });
    const kind = { kind: 'text', encoding: head.encoding, rule: chosen } as const;
    const places = { path, data: () => file, kind, check: () => file.check() };
    const access = new StoryAccess(places, columns, () => Promise.resolve(new Int32Array()));
    const first: Story[] = [];
    for await (const story of access.inRuns(0, Math.min(stories, columns.count))) first.push(story);
    const { guessedRule, encoding } = head;
    return {
      path,
      bytes: file.bytes,
      encoding,
      rule: chosen,
      guessedRule,
      count: columns.count,
      complete,
      first,
    };
  } finally {
    await file.close();
  }
}
