import { createGunzip } from 'node:zlib';
import { memberFrom, recover } from './gzip-members.ts';
import type { Report, Source } from './source.ts';
import { type Outcome, UNPACKED_BYTES, unpack } from './unpack.ts';

/** Behind so many damaged places there is nothing that anybody would miss. */
const MOST_DAMAGES = 2000;

/**
 * The unpacked bytes of a gzip file of any number of members (RFC 1952, 2.2). Members behind damage are read too: a
 * `null` stands where bytes are missing. What is truncated or damaged is reported, at a byte of the packed file.
 */
export async function* gunzip(packed: Source, report: Report): AsyncGenerator<Uint8Array | null> {
  const entry = packed.name;
  let from: number | null = 0;
  for (let damages = 0; from !== null; damages++) {
    if (damages === MOST_DAMAGES) return report({ code: 'entry-truncated', params: { entry, byte: from } });
    // All members in one go, which is many times faster than one by one; but it does not tell where one begins.
    let given = 0;
    const unpacker = createGunzip({ chunkSize: UNPACKED_BYTES });
    const outcome: Outcome = yield* unpack(packed.read(report, from), unpacker, (bytes) => {
      given += bytes.length;
    });
    const end: number = from + outcome.consumed;
    switch (outcome.state) {
      case 'truncated':
        report({ code: 'entry-truncated', params: { entry, byte: end } });
        return;
      case 'complete':
        from = await memberFrom(packed, end, report);
        break;
      case 'damaged':
        from = yield* recover(packed, from, given, end, report);
        break;
    }
    if (from !== null) yield null;
  }
}
