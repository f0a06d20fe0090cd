import { createHash } from 'node:crypto';
import { mkdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BUNDLE_VERSION, type Manifest, manifestSchema } from '../../app/bundle/manifest.ts';
import { foldersOf, isSafeOnWindows, MANIFEST } from '../../app/bundle/paths.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import { writeNew } from '../durable-file.ts';
import { type Archive, type ArchivedFile, openArchive } from './archive.ts';
import type { CheckList } from './check-list.ts';

/** Bytes; a manifest of some 300,000 files. */
const LONGEST_MANIFEST = 1 << 26;

/** A bundle that was unpacked into a folder, as far as it was whole. */
export interface Unpacked {
  manifest: Manifest;
  manifestSha256: string;
  /** Files of the manifest that are there with their content, which may be another one than was said. */
  present: ReadonlySet<string>;
}

/**
 * Unpacks the files that a bundle's manifest lists into an empty folder, and looks at each: the checks `archive`,
 * `manifest`, `files` and `hashes`. null where it has no manifest to go by.
 * @throws UratoriError `file-not-readable`, `disk-full`, `write-failed`; the reason of `signal`
 */
export async function unpackBundle(
  path: string,
  folder: string,
  checks: CheckList,
  signal: AbortSignal | undefined,
): Promise<Unpacked | null> {
  const archive = await opened(path, checks);
  if (archive === null) return null;
  try {
    const found = await manifestOf(archive, checks);
    if (found === null) return null;
    const { manifest, bytes } = found;
    const files = new Map(archive.files.map((file) => [file.path, file]));
    compareLists(archive, manifest, checks);
    // What was made to deceive is not unpacked.
    if (checks.hasFailed('archive')) return null;
    await mustFit(folder, manifest);
    const present = new Set<string>();
    for (const listed of manifest.files) {
      signal?.throwIfAborted();
      const file = files.get(listed.path);
      if (file === undefined) continue;
      const problem = await unpacked(file, listed, join(folder, listed.path), signal);
      checks.looked('hashes');
      if (problem !== null) checks.failed('hashes', problem);
      if (problem?.code !== 'bundle-entry-damaged') present.add(listed.path);
    }
    await writeNew(join(folder, MANIFEST), [bytes]);
    return { manifest, manifestSha256: createHash('sha256').update(bytes).digest('hex'), present };
  } finally {
    archive.close();
  }
}

async function opened(path: string, checks: CheckList): Promise<Archive | null> {
  try {
    const archive = await openArchive(path);
    checks.looked('archive', archive.files.length);
    checks.failed('archive', ...archive.problems);
    return archive;
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code?.startsWith('E') && !code.startsWith('ERR_'))
      throw new UratoriError('file-not-readable', { path, detail: message }, { cause: thrown });
    checks.failed('archive', { code: 'bundle-archive-damaged', params: { detail: message } });
    return null;
  }
}

async function manifestOf(
  { files }: Archive,
  checks: CheckList,
): Promise<{ manifest: Manifest; bytes: Buffer } | null> {
  checks.looked('manifest');
  const fail = (problem: Problem) => {
    checks.failed('manifest', problem);
    return null;
  };
  const file = files.find((candidate) => candidate.path === MANIFEST);
  if (file === undefined) return fail({ code: 'bundle-no-manifest', params: {} });
  const damaged = (detail: string) => fail({ code: 'bundle-manifest-damaged', params: { detail } });
  if (file.bytes > LONGEST_MANIFEST) return damaged(`${file.bytes} bytes`);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of file.read()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
    if (format === 'uratori-bundle' && typeof version === 'number' && version > BUNDLE_VERSION)
      return fail({ code: 'bundle-too-new', params: { version } });
    const { data, error } = manifestSchema.safeParse(value);
    if (data) return { manifest: data, bytes };
    const [issue] = error.issues;
    return damaged(`${issue?.path.join('.')}: ${issue?.message}`);
  } catch (thrown) {
    return damaged((thrown as Error).message);
  }
}

function compareLists({ files, folders }: Archive, manifest: Manifest, checks: CheckList): void {
  const there = new Set(files.map(({ path }) => path));
  const listed = new Set(manifest.files.map(({ path }) => path));
  checks.looked('files', listed.size);
  for (const file of listed)
    if (!there.has(file)) checks.failed('files', { code: 'bundle-file-missing', params: { file } });
  for (const file of there)
    if (file !== MANIFEST && !listed.has(file))
      checks.failed('files', { code: 'bundle-file-unknown', params: { file } });
  // Whoever packs a bundle again has entries for its folders.
  const parents = new Set([...listed].flatMap(foldersOf));
  for (const folder of folders)
    if (!parents.has(folder))
      checks.failed('files', { code: 'bundle-file-unknown', params: { file: folder } });
  if (process.platform !== 'win32') return;
  for (const file of listed)
    if (!isSafeOnWindows(file))
      checks.failed('archive', { code: 'bundle-entry-unsafe', params: { file, detail: 'name' } });
}

/** @throws UratoriError `disk-full` before anything is written that does not fit */
async function mustFit(folder: string, { files }: Manifest): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const { bavail, bsize } = await statfs(folder);
  if (needed > bavail * bsize) throw new UratoriError('disk-full', { path: folder });
}

async function unpacked(
  file: ArchivedFile,
  listed: Manifest['files'][number],
  to: string,
  signal: AbortSignal | undefined,
): Promise<Problem | null> {
  const params = { file: listed.path };
  await mkdir(dirname(to), { recursive: true });
  try {
    const { bytes, sha256 } = await writeNew(to, sound(file), signal ? { signal } : {});
    const same = bytes === listed.bytes && sha256 === listed.sha256;
    return same ? null : { code: 'bundle-file-differs', params };
  } catch (thrown) {
    if (!(thrown instanceof Damaged)) throw thrown;
    return { code: 'bundle-entry-damaged', params: { ...params, detail: thrown.message } };
  }
}

/** The archive is to blame, and not the disk that is written to. */
class Damaged extends Error {}

async function* sound(file: ArchivedFile): AsyncGenerator<Buffer> {
  try {
    yield* file.read();
  } catch (thrown) {
    throw new Damaged((thrown as Error).message, { cause: thrown });
  }
}
