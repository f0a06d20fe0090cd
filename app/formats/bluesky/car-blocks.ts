import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { SectionReader } from './section-reader.ts';

/** A block of a CAR file whose bytes are what their hash says. */
export interface CarBlock {
  /** 0-based byte at which its bytes begin, behind length and CID. */
  position: number;
  /** Its SHA-256, a character a byte. */
  hash: string;
  /** Valid until the next block is asked for. */
  bytes: Uint8Array;
}

/**
 * The blocks of a CAR file of version 1 (ipld.io/specs/transport/car/carv1), one at a time. Damaged ones are
 * problems; where a length is damaged, the next block is found by its hash.
 */
export async function* carBlocks(entry: Entry): AsyncGenerator<CarBlock | Problem> {
  const reader = new SectionReader(entry.read());
  try {
    yield* blocksIn(reader, entry.name);
  } finally {
    await reader.close();
  }
}

async function* blocksIn(reader: SectionReader, entry: string): AsyncGenerator<CarBlock | Problem> {
  const damaged = (position: number, detail: string): Problem => ({
    code: 'entry-damaged',
    params: { entry, unit: 'byte', position, detail },
  });
  const header = await reader.headerEnd();
  if (header === null) yield damaged(0, 'no header of a CAR file');
  let at = header ?? (await reader.next(0));
  while (at !== null && (await reader.reach(at))) {
    const section = reader.sectionAt(at);
    if (section === null) {
      yield damaged(at, 'no block begins here');
      at = await reader.next(at + 1);
    } else if (!(await reader.load(section))) {
      // Either the file ends too early, or the length is wrong and blocks follow.
      const next = await reader.next(at + 1);
      if (next === null) yield { code: 'entry-truncated', params: { entry, byte: reader.end } };
      else yield damaged(at, 'the length of the block is wrong');
      at = next;
    } else if (await reader.isSound(section)) {
      yield { position: section.data, hash: section.hash, bytes: reader.dataOf(section) };
      at = section.end;
    } else {
      yield damaged(at, 'the block is not what its hash says');
      // Mostly it is the content that was damaged, and the length still leads to the next block.
      const leads = !(await reader.reach(section.end)) || reader.sectionAt(section.end) !== null;
      at = leads ? section.end : await reader.next(at + 1);
    }
  }
}
