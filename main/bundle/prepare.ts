import { join } from 'node:path';
import { onlyCited, placeless, withPlaces } from '../../app/bundle/bundled-project.ts';
import type { BundledDump, BundleMode } from '../../app/bundle/manifest.ts';
import { ATTACHMENTS, isSafePath } from '../../app/bundle/paths.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import type { OriginalDump } from '../../app/formats/uratori-stories.ts';
import type { Problem } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { type Story, type StoryKey, type StoryRef, storyKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { openDump } from '../dumps/open-dump.ts';
import { writeNew } from '../durable-file.ts';
import { hashFile } from '../file-hash.ts';
import { attachmentOf, nameOfAttachment } from '../project/attachments.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../temporary-folder.ts';
import { refOf } from '../workbench/story-ref.ts';
import { filesOfDump } from './dump-files.ts';
import { DumpPlaces } from './dump-places.ts';
import { excerptText, inNameOf } from './excerpt.ts';
import { lookThrough, refsOf } from './stories.ts';

export interface BundleSubject {
  project: Project;
  /** Path of the project file: its attachments stand beside it. */
  projectFile: string;
  /** The open dumps, by the project's id for them. */
  dumps: ReadonlyMap<string, Dump>;
  mode: BundleMode;
  /** Dumps and attachments that are not at hand are left out, and said to be. */
  allowMissing: boolean;
  signal?: AbortSignal;
}

/** A file of the computer that goes into a bundle as it is. */
export interface FileToBundle {
  /** In the bundle. */
  path: string;
  file: string;
  bytes: number;
  /** What it has to turn out to be; null where that is found out when it is read. */
  sha256: string | null;
}

/** What a bundle will be made of, looked through; what keeps it from being made is in `problems`. */
export interface PreparedBundle {
  problems: Problem[];
  /** As it will stand in the bundle. */
  project: Project;
  dumps: BundledDump[];
  /** The dumps as the bundle has them, by id: what the report is made from. */
  atHand: Map<string, ReturnType<typeof inNameOf>>;
  files: FileToBundle[];
  /** SHA-256 of attachments that nobody has. */
  missingAttachments: string[];
  /** Removes what was made for it. */
  close(): Promise<void>;
}

/**
 * Looks through all that belongs into a bundle: each story in its dump, each quote at its place, each attachment by
 * its hash.
 * @throws UratoriError what reading a dump or file refuses; the reason of `signal`
 */
export async function prepareBundle(subject: BundleSubject): Promise<PreparedBundle> {
  const preparation = new Preparation(subject);
  try {
    return await preparation.run();
  } catch (thrown) {
    await preparation.close();
    throw thrown;
  }
}

class Preparation {
  readonly #subject: BundleSubject;
  readonly #project: Project;
  readonly #places: DumpPlaces;
  readonly #problems: Problem[] = [];
  readonly #dumps: BundledDump[] = [];
  readonly #refs = new Map<string, DumpRef>();
  readonly #stories = new Map<StoryKey, StoryRef>();
  readonly #atHand: PreparedBundle['atHand'] = new Map();
  readonly #files: FileToBundle[] = [];
  readonly #missingAttachments: string[] = [];
  readonly #excerpts: Dump[] = [];
  #temporary: TemporaryFolder | null = null;
  /** Files of stories so far. */
  #made = 0;
  /** Stories that were taken out of the dump at hand. */
  #taken = 0;

  constructor(subject: BundleSubject) {
    this.#subject = subject;
    this.#project = subject.mode === 'cited' ? onlyCited(subject.project) : subject.project;
    this.#places = new DumpPlaces(subject.mode);
  }

  async run(): Promise<PreparedBundle> {
    const refs = [...this.#project.dumps.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const ref of refs) {
      this.#subject.signal?.throwIfAborted();
      const dump = this.#subject.dumps.get(ref.id);
      if (dump === undefined) {
        this.#leaveOut(ref);
        continue;
      }
      await dump.ready;
      if (!dump.complete) this.#problems.push({ code: 'dump-partly-indexed', params: { path: dump.path } });
      if (this.#subject.mode === 'whole') await this.#takeWhole(ref, dump);
      else await this.#takeStories(ref, dump);
    }
    await this.#takeAttachments();
    return {
      problems: this.#problems,
      project: withPlaces(this.#project, this.#refs, this.#stories),
      dumps: this.#dumps,
      atHand: this.#atHand,
      files: this.#files,
      missingAttachments: this.#missingAttachments.sort(),
      close: () => this.close(),
    };
  }

  async close(): Promise<void> {
    for (const dump of this.#excerpts) await dump.close();
    await this.#temporary?.remove();
  }

  #leaveOut(ref: DumpRef): void {
    const { id, format, encoding, bytes, sha256 } = ref;
    const known = placeless(ref);
    const { name } = known;
    if (!this.#subject.allowMissing)
      this.#problems.push({ code: 'bundle-dump-missing', params: { name, path: ref.path } });
    this.#refs.set(id, known);
    const stories = this.#refsOf(id).length;
    this.#dumps.push({ id, name, format, encoding, bytes, sha256, as: 'missing', path: null, stories });
  }

  async #takeWhole(ref: DumpRef, dump: Dump): Promise<void> {
    const path = this.#places.placeFor(dump.path);
    await this.#lookThrough(this.#refsOf(ref.id), dump, placeless(ref).name, () => {});
    const sha256 = await dump.sha256();
    await this.#takeFiles(dump.path, path, sha256);
    const { id } = ref;
    const { name } = placeless(ref);
    const { format, encoding, bytes } = dump;
    const stories = this.#refsOf(id).length;
    this.#refs.set(id, { ...ref, name, path, relativePath: path, sha256, bytes });
    this.#atHand.set(id, dump);
    this.#dumps.push({ id, name, format, encoding, bytes, sha256, as: 'whole', path, stories });
  }

  /** @param sha256 of the dump, where it is a file */
  async #takeFiles(from: string, path: string, sha256: string): Promise<void> {
    const before = this.#files.length;
    for await (const { name, path: file, bytes } of filesOfDump(from)) {
      const place = name === null ? path : `${path}/${name}`;
      if (!isSafePath(place)) this.#problems.push({ code: 'bundle-name-unsafe', params: { file } });
      this.#files.push({ path: place, file, bytes, sha256: name === null ? sha256 : null });
    }
    if (this.#files.length === before)
      this.#problems.push({ code: 'dump-not-found', params: { path: from } });
  }

  async #takeStories(ref: DumpRef, dump: Dump): Promise<void> {
    const { name } = placeless(ref);
    const { format, encoding, bytes } = dump;
    const original: OriginalDump = { name, format, encoding, bytes, sha256: await dump.sha256() };
    const path = this.#places.placeFor(name);
    this.#temporary ??= await makeTemporaryFolder();
    const file = join(this.#temporary.path, `${this.#made}.jsonl`);
    this.#made += 1;
    this.#taken = 0;
    const written = await writeNew(file, excerptText(original, this.#storiesOf(ref, dump)), this.#options);
    // A dump that has none of its stories any more: an excerpt without any would not open.
    if (this.#taken === 0) return this.#lookThrough(this.#refsOf(ref.id), dump, name, () => {});
    const excerpt = await openDump(file, this.#options);
    this.#excerpts.push(excerpt);
    await excerpt.ready;
    // What was taken out is read back, as whoever opens the bundle will.
    const refs = this.#refsOf(ref.id).map((known, ordinal) => ({ ...known, ordinal }));
    await this.#lookThrough(refs, excerpt, name, (story) =>
      this.#stories.set(storyKey(ref.id, story.id), refOf(ref.id, story)),
    );
    this.#files.push({ path, file, bytes: written.bytes, sha256: written.sha256 });
    this.#atHand.set(ref.id, inNameOf(original, excerpt));
    this.#refs.set(ref.id, {
      ...{ id: ref.id, name, path, relativePath: path, sha256: written.sha256, bytes: written.bytes },
      ...{ format: excerpt.format, encoding: excerpt.encoding, rule: null, reading: null },
    });
    const stories = this.#refsOf(ref.id).length;
    this.#dumps.push({ id: ref.id, ...original, as: 'cited', path, stories });
  }

  async *#storiesOf(ref: DumpRef, dump: Dump): AsyncGenerator<Story> {
    for await (const { story } of lookThrough(this.#project, this.#refsOf(ref.id), dump, ref.name))
      if (story !== null) {
        this.#taken += 1;
        yield story;
      }
  }

  #refsOf(dumpId: string): StoryRef[] {
    return refsOf(this.#project, dumpId);
  }

  async #lookThrough(
    refs: readonly StoryRef[],
    dump: Dump,
    dumpName: string,
    found: (story: Story) => void,
  ): Promise<void> {
    for await (const { story, problems } of lookThrough(this.#project, refs, dump, dumpName)) {
      this.#subject.signal?.throwIfAborted();
      this.#problems.push(...problems);
      if (story !== null) found(story);
    }
  }

  async #takeAttachments(): Promise<void> {
    const wanted = new Map<string, string>();
    for (const claim of this.#project.claims.values())
      for (const { file } of claim.evidence) if (file !== null) wanted.set(file.sha256, file.name);
    for (const [sha256, name] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const file = await attachmentOf(this.#subject.projectFile, sha256);
      if (file === null) {
        this.#missingAttachments.push(sha256);
        if (!this.#subject.allowMissing)
          this.#problems.push({ code: 'bundle-attachment-missing', params: { name, sha256 } });
        continue;
      }
      const { sha256: actual, bytes } = await hashFile(file, this.#subject.signal);
      if (actual !== sha256)
        this.#problems.push({ code: 'bundle-attachment-changed', params: { name, path: file } });
      const path = `${ATTACHMENTS}${sha256}-${nameOfAttachment(file)}`;
      if (!isSafePath(path)) this.#problems.push({ code: 'bundle-name-unsafe', params: { file } });
      this.#files.push({ path, file, bytes, sha256 });
    }
  }

  get #options(): { signal?: AbortSignal } {
    const { signal } = this.#subject;
    return signal ? { signal } : {};
  }
}
