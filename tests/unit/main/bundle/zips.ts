import { readFile, writeFile } from 'node:fs/promises';
import { fromBufferPromise } from 'yauzl';
import { zipOf } from '../../../../main/export/zip.ts';

/** The files of a zip, by name, in its order. */
export async function filesOfZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(await readFile(path));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

/** A zip of these files, under any names. */
export async function packed(path: string, files: Iterable<[string, Buffer]>): Promise<void> {
  const entries = [...files].map(([name, bytes]) => ({ name, bytes }));
  await writeFile(path, Buffer.concat([...zipOf(entries, path)]));
}
