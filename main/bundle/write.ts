import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { BUNDLE_VERSION, type BundledFile, type Manifest, manifestText } from '../../app/bundle/manifest.ts';
import { MANIFEST, PROJECT, REPORT, RO_CRATE } from '../../app/bundle/paths.ts';
import { mediaTypeOf, roCrate } from '../../app/interchange/ro-crate.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Locale } from '../../app/settings.ts';
import { kindOf } from '../dumps/intake/magic.ts';
import { writeDurably } from '../durable-file.ts';
import { mustBeFree } from '../export/target.ts';
import { type StreamedEntry, streamedZip } from '../export/zip-stream.ts';
import { mustSpare } from '../export.ts';
import { snapshotText } from '../project/snapshot-text.ts';
import { bundleReport } from './bundle-report.ts';
import { type BundleSubject, type PreparedBundle, prepareBundle } from './prepare.ts';

export interface BundleRequest extends BundleSubject {
  /** Path of the bundle; nothing may be there yet. */
  target: string;
  /** Of the project's last change. */
  sequence: number;
  /** Language of the report; null: without one. */
  report: Locale | null;
  /** Of the program. */
  version: string;
  /** ISO 8601 in UTC. */
  madeAt: string;
}

export interface WrittenBundle {
  /** Absolute, symbolic links followed. */
  path: string;
  bytes: number;
  sha256: string;
  /** Of `manifest.json`: whoever publishes it can be held to every file of the bundle. */
  manifestSha256: string;
  files: number;
  stories: number;
}

/** What words for dates and numbers are made with: another one may put them in another way. */
export const ICU = process.versions.icu ?? 'none';

/** Of deflate. Texts pack well at once; better packing takes several times as long. */
const QUICK = 3;
const READ_BYTES = 1 << 20;

/**
 * Writes a bundle, whole or not at all, and only to a new place. Large dumps are streamed.
 * @throws UratoriError the first of the problems that `prepareBundle` tells; `export-place-taken`,
 * `export-target-is-dump`, `export-folder-missing`, `disk-full`, `write-failed`, `bundle-file-changed`; the reason of
 * `signal`. Then nothing is there that was not before
 */
export async function writeBundle(request: BundleRequest): Promise<WrittenBundle> {
  const { project, dumps, projectFile, signal } = request;
  const place = resolve(request.target);
  await mustSpare(place, project, dumps, projectFile);
  await mustBeFree(place);
  const prepared = await prepareBundle(request);
  try {
    const [problem] = prepared.problems;
    if (problem) throw new UratoriError(problem.code, problem.params);
    const contents = new Contents(request, prepared);
    const zip = streamedZip(contents.entries(), place);
    const { path, bytes, sha256 } = await writeDurably(place, zip, signal ? { signal } : {});
    const { manifestSha256 } = contents;
    return {
      path,
      bytes,
      sha256,
      manifestSha256,
      files: contents.files.length + 1,
      stories: prepared.project.stories.size,
    };
  } finally {
    await prepared.close();
  }
}

/** The files of a bundle one after the other, each hashed as it goes by; the manifest last. */
class Contents {
  readonly files: BundledFile[] = [];
  manifestSha256 = '';
  readonly #request: BundleRequest;
  readonly #prepared: PreparedBundle;

  constructor(request: BundleRequest, prepared: PreparedBundle) {
    this.#request = request;
    this.#prepared = prepared;
  }

  async *entries(): AsyncGenerator<StreamedEntry> {
    const { project, atHand: dumps, files } = this.#prepared;
    const { sequence, report: locale, version, madeAt } = this.#request;
    yield this.#entry(PROJECT, null, encoded(snapshotText(project, sequence)));
    for (const { path, file, bytes, sha256 } of files) {
      const content = this.#unchanged(
        this.#entry(path, bytes, fileContent(file)).content,
        file,
        bytes,
        sha256,
      );
      yield { name: path, bytes, content, level: await levelFor(file) };
    }
    if (locale !== null)
      yield this.#entry(REPORT, null, encoded(bundleReport({ project, dumps, locale, version, madeAt })));
    yield this.#entry(RO_CRATE, null, encoded(this.#crate()));
    const text = manifestText(this.#manifest());
    this.manifestSha256 = createHash('sha256').update(text).digest('hex');
    yield { name: MANIFEST, bytes: null, content: [Buffer.from(text)] };
  }

  #entry(path: string, bytes: number | null, content: AsyncIterable<Uint8Array>): StreamedEntry {
    return { name: path, bytes, content: this.#noted(path, content) };
  }

  async *#noted(path: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of content) {
      this.#request.signal?.throwIfAborted();
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    this.files.push({ path, bytes, sha256: hash.digest('hex') });
  }

  /** @throws UratoriError `bundle-file-changed` {path} where it is another one than was looked through */
  async *#unchanged(
    content: StreamedEntry['content'],
    path: string,
    bytes: number,
    sha256: string | null,
  ): AsyncGenerator<Uint8Array> {
    yield* content;
    const read = this.files.at(-1);
    if (read?.bytes !== bytes || (sha256 !== null && read.sha256 !== sha256))
      throw new UratoriError('bundle-file-changed', { path });
  }

  /** For readers who know research data, and not this program. */
  async *#crate(): AsyncGenerator<string> {
    const { project, dumps } = this.#prepared;
    const { madeAt: createdAt, version } = this.#request;
    const outside = dumps.filter((dump) => dump.as !== 'whole');
    const description =
      'A bundle of Uratori: a fact-check with the sources that it quotes. manifest.json lists its files.';
    const crate = { name: project.title, description, createdAt, version, sources: outside };
    const files = this.files.map(({ path: name, bytes, sha256 }) => ({
      ...{ name, bytes, sha256, mediaType: mediaTypeOf(name), conformsTo: null },
    }));
    yield* roCrate(crate, files);
  }

  #manifest(): Manifest {
    const { project, dumps, missingAttachments } = this.#prepared;
    const { mode, report: locale, version: uratori, madeAt } = this.#request;
    return {
      ...{ format: 'uratori-bundle', version: BUNDLE_VERSION, madeWith: { uratori, icu: ICU }, madeAt, mode },
      project: { id: project.id, title: project.title },
      report: locale === null ? null : { locale },
      ...{ dumps, missingAttachments },
      files: this.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    };
  }
}

/** What is packed already is not packed again. */
async function levelFor(file: string): Promise<number> {
  for await (const start of createReadStream(file, { end: 511 }))
    return kindOf(start as Buffer) === 'other' ? QUICK : 0;
  return QUICK;
}

async function* fileContent(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES });
  } catch (thrown) {
    const detail = (thrown as Error).message;
    throw new UratoriError('file-not-readable', { path, detail }, { cause: thrown });
  }
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
