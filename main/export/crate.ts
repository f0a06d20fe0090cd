import { createHash } from 'node:crypto';
import type { OutFile } from '../../app/interchange/format.ts';
import {
  CRATE_FILE,
  type Crate,
  type CrateFile,
  mediaTypeOf,
  roCrate,
  type Standard,
} from '../../app/interchange/ro-crate.ts';

/**
 * The files of an export, and after them what describes them all. Each has to be read to its end before the next one is
 * asked for, as writers do: it is counted and hashed on its way.
 */
export function* describedFiles(
  files: Iterable<OutFile>,
  crate: Crate,
  conformsTo: Standard,
): Generator<OutFile> {
  const written: CrateFile[] = [];
  for (const { name, chunks } of files) {
    yield {
      name,
      chunks: measured(chunks, (bytes, sha256) =>
        written.push({ name, bytes, sha256, mediaType: mediaTypeOf(name), conformsTo }),
      ),
    };
  }
  yield { name: CRATE_FILE, chunks: roCrate(crate, written) };
}

function* measured(
  chunks: Iterable<string>,
  done: (bytes: number, sha256: string) => void,
): Generator<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunks) {
    const encoded = Buffer.from(chunk);
    hash.update(encoded);
    bytes += encoded.length;
    yield chunk;
  }
  done(bytes, hash.digest('hex'));
}
