import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { zipOf } from '../../../../main/export/zip.ts';
import {
  centralHeader,
  descriptor,
  endOfDirectory,
  localHeader,
} from '../../../../main/export/zip-records.ts';
import { type StreamedEntry, streamedZip } from '../../../../main/export/zip-stream.ts';

const has = (program: string) => spawnSync(program, ['--help']).error === undefined;
const PYTHON = `
import hashlib, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[i.filename, i.file_size, hashlib.sha256(archive.read(i)).hexdigest()] for i in archive.infolist()]))
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-zip-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const name = fc
  .array(fc.stringMatching(/^[a-z0-9 あ漢😀é_-]{1,12}$/u), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const content = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 });
const files = fc.uniqueArray(
  fc.record({
    name,
    content,
    /** What is said of the size beforehand changes how it is written, not what is read. */
    bytes: fc.constantFrom(null, 0, 5_000_000_000),
    level: fc.constantFrom(undefined, 0, 1, 9),
  }),
  { selector: (file) => file.name, maxLength: 6 },
);

describe('a streamed zip', () => {
  it('gives back every file, whatever was said of its size', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const bytes = await written(given);
        expect(await read(bytes)).toEqual(given.map((file) => [file.name, joined(file)]));
      }),
    );
  });

  it('has the same bytes for the same files, however their content comes', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const again = given.map((file) => ({ ...file, content: later(file.content) }));
        expect(await written(again)).toEqual(await written(given));
      }),
      { numRuns: 30 },
    );
  });

  it.skipIf(!has('python3'))('is read by Python', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const path = join(folder, 'python.zip');
        await writeFile(path, await written(given));
        const told = JSON.parse(execFileSync('python3', ['-c', PYTHON, path], { encoding: 'utf8' }));
        expect(told.map(([title, bytes]: [string, number]) => [title, bytes])).toEqual(
          given.map((file) => [file.name, joined(file).length]),
        );
      }),
      { numRuns: 5 },
    );
  });

  it.skipIf(!has('unzip'))('is found whole by unzip', async () => {
    const given: StreamedEntry[] = [
      { name: 'a.txt', bytes: null, content: [Buffer.from('a')] },
      { name: 'b/大.txt', bytes: null, content: [Buffer.alloc(100_000, 'x')] },
      { name: 'c', bytes: 0, content: [] },
      { name: 'd', bytes: 5_000_000_000, content: [Buffer.alloc(100_000, 'y')] },
    ];
    const path = join(folder, 'unzip.zip');
    await writeFile(path, await written(given));
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it('ends with what its content fails with', async () => {
    const entry = {
      name: 'a',
      bytes: null,
      content: (async function* () {
        yield Buffer.from('a');
        throw new Error('the disk is gone');
      })(),
    };
    await expect(written([entry])).rejects.toThrow('the disk is gone');
  });
});

describe('places beyond 4 GiB', () => {
  it('are found in the 64-bit fields', async () => {
    const at = 5_000_000_000;
    const bytes = Buffer.from('far away');
    const [packed] = [...zipOf([{ name: 'x', bytes }], 'x')].slice(1);
    if (packed === undefined) throw new Error('nothing was packed');
    const entry = {
      ...{ name: 'far.txt', crc: crc32(bytes), packed: packed.length, unpacked: bytes.length },
      ...{ at, streamed: true, large: true },
    };
    const tail = [localHeader(entry), packed, descriptor(entry)];
    const start = at + Buffer.concat(tail).length;
    const central = centralHeader(entry);
    const end = Buffer.concat([...tail, central, endOfDirectory(1, start, central.length)]);
    const zip = await fromRandomAccessReaderPromise(new Sparse(at, end), at + end.length, {
      autoClose: false,
    });
    expect(await entriesOf(zip)).toEqual([['far.txt', bytes]]);
  });
});

/** A file of zeros that ends with some bytes. */
class Sparse extends RandomAccessReader {
  private readonly at: number;
  private readonly end: Buffer;
  constructor(at: number, end: Buffer) {
    super();
    this.at = at;
    this.end = end;
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.bytes(position, length).copy(buffer, offset);
    callback(null, length);
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.bytes(start, end - start)]);
  }
  private bytes(position: number, length: number): Buffer {
    return Buffer.from(Array.from({ length }, (_, index) => this.end[position + index - this.at] ?? 0));
  }
}

function joined({ content }: { content: readonly Uint8Array[] }): Buffer {
  return Buffer.concat(content);
}

/** The same bytes, one at a time and each a turn later. */
async function* later(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield piece;
  }
}

async function written(entries: readonly StreamedEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamedZip(entries, 'x.zip')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(bytes: Buffer): Promise<[string, Buffer][]> {
  return entriesOf(await fromBufferPromise(bytes));
}

async function entriesOf(zip: ZipFile): Promise<[string, Buffer][]> {
  const found: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.push([entry.fileName, Buffer.concat(chunks)]);
  }
  return found;
}
