import { closeSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { FEWEST_SHINGLES } from '../../../app/likeness/jaccard.ts';
import { Shingles } from '../../../app/likeness/shingles.ts';
import { SignatureMaker } from '../../../app/likeness/signature.ts';
import { linksIn } from '../../../app/text/marks.ts';
import type { StoryRange } from '../scan-tasks.ts';
import type { StoryKind } from '../story-kind.ts';
import { columnsOver, StoryBytes } from '../story-reader.ts';
import { comparedReader } from './compared-bytes.ts';
import { LinkList } from './link-list.ts';
import { type SharedLikeness, TOLD } from './shared-likeness.ts';

/** Stories between two turns of other tasks. */
const AT_A_TIME = 1024;

/** Reads stories, and writes what they say into `shared`; answers with the links that they cite, as `LinkList` has them. */
export async function makeSignatures(
  { path, kind, blocks, from, to, shared }: StoryRange & { kind: StoryKind; shared: SharedLikeness },
  report: (bytes: number) => void,
  stopped: () => boolean,
): Promise<Uint32Array<ArrayBuffer>> {
  const columns = columnsOver(blocks, to);
  const signatures = new Uint8Array(shared.signatures);
  const states = new Uint8Array(shared.states);
  const { bins } = shared;
  const maker = new SignatureMaker(bins);
  const shingles = new Shingles();
  const links = new LinkList();
  const compared = comparedReader(kind);
  const fd = openSync(path, 'r');
  try {
    const reader = new StoryBytes(fd);
    for (let ordinal = from; ordinal < to && !stopped(); ordinal += 1) {
      const [first, last] = [columns.startOf(ordinal), columns.endOf(ordinal)];
      const { bytes, start, end } = reader.read(first, last);
      const { text, links: beside } = compared(bytes, start, end, columns.bylineOf(ordinal));
      shingles.read(text);
      if (maker.write(shingles.hashes, shingles.count, FEWEST_SHINGLES, signatures, ordinal * bins))
        states[ordinal] = TOLD;
      for (const link of linksOf(text, shingles.links, beside)) links.add(ordinal, link);
      if ((ordinal - from) % AT_A_TIME !== AT_A_TIME - 1) continue;
      report(last - columns.startOf(from));
      await setImmediate();
    }
    return links.all();
  } finally {
    closeSync(fd);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** @param ranges of the links in the text, two numbers each */
function linksOf(text: string, ranges: readonly number[], beside: readonly string[]): ReadonlySet<string> {
  if (ranges.length === 0 && beside.length === 0) return NONE;
  const links = new Set(beside);
  for (let at = 0; at < ranges.length; at += 2)
    for (const link of linksIn(text.slice(ranges[at], ranges[at + 1]))) links.add(link);
  return links;
}
