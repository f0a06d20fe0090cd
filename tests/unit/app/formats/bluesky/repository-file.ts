import { CarWriter } from '@ipld/car';
import { encode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import { sha256 } from 'multiformats/hashes/sha2';

export const DID = 'did:plc:minato';

interface Block {
  cid: CID;
  bytes: Uint8Array;
}

export async function blockOf(value: unknown): Promise<Block> {
  const bytes = encode(value);
  return { cid: CID.createV1(0x71, await sha256.digest(bytes)), bytes };
}

/** A repository as a server exports it, its tree as two nodes: the second half of the records lies below. */
export async function repositoryFile(records: Record<string, unknown>): Promise<Uint8Array> {
  const paths = Object.keys(records).sort();
  const blocks = await Promise.all(paths.map((path) => blockOf(records[path])));
  const entries = (from: number, to: number, below: CID | null) => {
    let last = '';
    return paths.slice(from, to).map((path, index, all) => {
      let shared = 0;
      while (shared < last.length && path[shared] === last[shared]) shared++;
      last = path;
      const k = new TextEncoder().encode(path.slice(shared));
      const v = (blocks[from + index] as Block).cid;
      return { p: shared, k, v, t: index === all.length - 1 ? below : null };
    });
  };
  const half = Math.ceil(paths.length / 2);
  const below = await blockOf({ l: null, e: entries(half, paths.length, null) });
  const top = await blockOf({ l: null, e: entries(0, half, below.cid) });
  const signature = new Uint8Array(64).fill(7);
  const commit = await blockOf({
    did: DID,
    version: 3,
    data: top.cid,
    rev: '3l',
    prev: null,
    sig: signature,
  });
  return carFile(commit.cid, [commit, top, below, ...blocks]);
}

async function carFile(root: CID, blocks: readonly Block[]): Promise<Uint8Array> {
  const { writer, out } = CarWriter.create([root]);
  const collected = (async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of out) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  })();
  for (const block of blocks) await writer.put(block);
  await writer.close();
  return collected;
}
