import { join } from 'node:path';
import type { BundledDump, Manifest } from '../../app/bundle/manifest.ts';
import { ATTACHMENTS, DUMPS, PROJECT, REPORT, STORIES } from '../../app/bundle/paths.ts';
import { outcomeOf, type Verification } from '../../app/bundle/verification.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import type { Dump } from '../dumps/dump.ts';
import { hashDump } from '../dumps/hash-dump.ts';
import { openDump } from '../dumps/open-dump.ts';
import type { DumpsAtHand } from '../export/dumps-at-hand.ts';
import { readSnapshot } from '../project/snapshot-file.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { CheckList } from './check-list.ts';
import { checkReport } from './check-report.ts';
import { inNameOf, originalOfFile } from './excerpt.ts';
import { lookThrough, refsOf } from './stories.ts';
import { type Unpacked, unpackBundle } from './unpack-bundle.ts';

export interface VerifyOptions {
  /** Of the program that verifies. */
  version: string;
  signal?: AbortSignal;
}

/**
 * Proves that a bundle is whole and that each quote of its project stands in its dump, or says what is wrong where.
 * What it is unpacked for is gone afterwards.
 * @throws UratoriError `file-not-readable`, `disk-full`, `write-failed`; the reason of `signal`
 */
export async function verifyBundle(path: string, options: VerifyOptions): Promise<Verification> {
  const folder = await makeTemporaryFolder();
  try {
    return await verifyInto(path, folder.path, options);
  } finally {
    await folder.remove();
  }
}

/** The same, and what was unpacked stays in `folder`, which is empty before. */
export async function verifyInto(
  path: string,
  folder: string,
  { version, signal }: VerifyOptions,
): Promise<Verification> {
  const checks = new CheckList();
  const unpacked = await unpackBundle(path, folder, checks, signal);
  if (unpacked !== null) await new Inspection(unpacked, folder, checks, version, signal).run();
  const results = checks.results();
  return {
    outcome: outcomeOf(results),
    checks: results,
    facts: unpacked && factsOf(unpacked.manifest),
    manifestSha256: unpacked?.manifestSha256 ?? null,
  };
}

function factsOf(manifest: Manifest): Verification['facts'] {
  const { mode, madeAt, madeWith, project, report, dumps, files } = manifest;
  return { mode, madeAt, madeWith, project, report, dumps: dumps.length, files: files.length + 1 };
}

/** What an unpacked bundle says, held against itself. */
class Inspection {
  readonly #unpacked: Unpacked;
  readonly #folder: string;
  readonly #checks: CheckList;
  readonly #version: string;
  readonly #signal: AbortSignal | undefined;
  readonly #opened: Dump[] = [];

  constructor(
    unpacked: Unpacked,
    folder: string,
    checks: CheckList,
    version: string,
    signal: AbortSignal | undefined,
  ) {
    this.#unpacked = unpacked;
    this.#folder = folder;
    this.#checks = checks;
    this.#version = version;
    this.#signal = signal;
  }

  async run(): Promise<void> {
    try {
      const project = await this.#project();
      if (project === null) return;
      this.#compareDumps(project);
      const dumps = await this.#openDumps(project);
      await this.#lookThrough(project, dumps);
      this.#checkAttachments(project);
      await this.#checkReport(project, dumps);
    } finally {
      for (const dump of this.#opened) await dump.close();
    }
  }

  async #project(): Promise<Project | null> {
    const { manifest, present } = this.#unpacked;
    const checks = this.#checks;
    checks.looked('project');
    if (!present.has(PROJECT)) {
      if (!manifest.files.some(({ path }) => path === PROJECT))
        checks.failed('project', { code: 'bundle-file-missing', params: { file: PROJECT } });
      else checks.skipped('project');
      return null;
    }
    try {
      const { project } = await readSnapshot(join(this.#folder, PROJECT));
      if (project.id !== manifest.project.id || project.title !== manifest.project.title)
        checks.failed('project', { code: 'bundle-project-differs', params: { file: PROJECT } });
      return project;
    } catch (thrown) {
      const { code, params } = problemFrom(thrown);
      const detail = params.detail ?? code;
      checks.failed('project', { code: 'bundle-project-damaged', params: { file: PROJECT, detail } });
      return null;
    }
  }

  /** The project, the manifest and the files name the same dumps. */
  #compareDumps(project: Project): void {
    const { dumps, files } = this.#unpacked.manifest;
    const fail = (problem: Problem) => this.#checks.failed('dumps', problem);
    const known = new Set(dumps.map(({ id }) => id));
    this.#checks.looked('dumps', dumps.length);
    for (const { id, name } of project.dumps.values())
      if (!known.has(id)) fail({ code: 'bundle-dump-differs', params: { dump: name } });
    for (const dump of dumps) {
      const ref = project.dumps.get(dump.id);
      if (ref === undefined || !this.#isSame(dump, ref, refsOf(project, dump.id).length))
        fail({ code: 'bundle-dump-differs', params: { dump: dump.name } });
      else if (dump.as === 'missing')
        this.#checks.unproven('dumps', { code: 'bundle-dump-not-included', params: { dump: dump.name } });
    }
    for (const { path } of files)
      if ((path.startsWith(DUMPS) || path.startsWith(STORIES)) && !dumps.some((dump) => isOf(path, dump)))
        fail({ code: 'bundle-file-unknown', params: { file: path } });
  }

  #isSame(dump: BundledDump, ref: DumpRef, stories: number): boolean {
    if (ref.name !== dump.name || stories !== dump.stories) return false;
    if (dump.as === 'missing') return ref.path === dump.name && ref.relativePath === null;
    const file = this.#unpacked.manifest.files.find(({ path }) => path === dump.path);
    const [bytes, sha256] =
      dump.as === 'whole' ? [dump.bytes, dump.sha256] : [file?.bytes ?? -1, file?.sha256 ?? null];
    const inPlace = ref.path === dump.path && ref.relativePath === dump.path;
    return inPlace && ref.bytes === bytes && ref.sha256 === sha256;
  }

  async #openDumps(project: Project): Promise<Map<string, NonNullable<ReturnType<DumpsAtHand['get']>>>> {
    const opened: Awaited<ReturnType<Inspection['open']>>[] = [];
    for (const dump of this.#unpacked.manifest.dumps) {
      const ref = project.dumps.get(dump.id);
      if (ref !== undefined && dump.as !== 'missing') opened.push(await this.open(dump, ref));
    }
    return new Map(opened.filter((entry) => entry !== null));
  }

  private async open(
    dump: BundledDump,
    { rule, reading }: DumpRef,
  ): Promise<[string, NonNullable<ReturnType<DumpsAtHand['get']>>] | null> {
    const path = join(this.#folder, dump.path ?? '');
    const failed = (problem: Problem) => {
      this.#checks.failed('dumps', problem);
      return null;
    };
    if (!this.#isPresent(dump)) return null;
    try {
      const opened = await openDump(path, {
        ...(rule ? { rule } : {}),
        ...(reading ? { reading } : {}),
        ...(this.#signal ? { signal: this.#signal } : {}),
      });
      this.#opened.push(opened);
      await opened.ready;
      this.#signal?.throwIfAborted();
      if (dump.as === 'whole') {
        const { format, encoding, bytes } = opened;
        const sha256 = await hashDump(path, () => this.#signal?.aborted ?? false);
        this.#signal?.throwIfAborted();
        const same = format === dump.format && encoding === dump.encoding && bytes === dump.bytes;
        if (!same || sha256 !== dump.sha256)
          return failed({ code: 'bundle-dump-differs', params: { dump: dump.name } });
        return [dump.id, opened];
      }
      const original = await originalOfFile(path);
      const { name, format, encoding, bytes, sha256 } = dump;
      if (
        original?.name !== name ||
        original.format !== format ||
        original.encoding !== encoding ||
        original.bytes !== bytes ||
        original.sha256 !== sha256
      )
        return failed({ code: 'bundle-dump-differs', params: { dump: name } });
      return [dump.id, inNameOf(original, opened)];
    } catch (thrown) {
      this.#signal?.throwIfAborted();
      const { code, params } = problemFrom(thrown);
      return failed({ code, params: { ...params, path: dump.path ?? dump.name } });
    }
  }

  /** All that is listed of a dump could be unpacked. */
  #isPresent(dump: BundledDump): boolean {
    const { manifest, present } = this.#unpacked;
    const files = manifest.files.filter(({ path }) => isOf(path, dump));
    if (files.length === 0)
      this.#checks.failed('dumps', { code: 'bundle-file-missing', params: { file: dump.path ?? dump.name } });
    return files.length > 0 && files.every(({ path }) => present.has(path));
  }

  async #lookThrough(project: Project, dumps: DumpsAtHand): Promise<void> {
    const checks = this.#checks;
    checks.looked('stories', 0);
    checks.looked('quotes', 0);
    for (const { id, name } of project.dumps.values()) {
      const refs = refsOf(project, id);
      const dump = dumps.get(id);
      if (dump === undefined) {
        this.#notHere(id, name, refs.length);
        continue;
      }
      for await (const { story, quotes, problems } of lookThrough(project, refs, dump, name)) {
        this.#signal?.throwIfAborted();
        checks.looked('stories');
        checks.failed(story === null ? 'stories' : 'quotes', ...problems);
        if (story !== null) checks.looked('quotes', quotes);
      }
    }
  }

  #notHere(id: string, dump: string, stories: number): void {
    if (stories === 0) return;
    const problem: Problem = { code: 'bundle-stories-not-looked-at', params: { dump, stories } };
    const left = this.#unpacked.manifest.dumps.some((known) => known.id === id && known.as === 'missing');
    for (const check of ['stories', 'quotes'] as const) {
      if (left) this.#checks.unproven(check, problem);
      else this.#checks.skipped(check, problem);
    }
  }

  #checkAttachments(project: Project): void {
    const { manifest } = this.#unpacked;
    const checks = this.#checks;
    const kept = new Map(
      manifest.files
        .filter(({ path }) => path.startsWith(ATTACHMENTS))
        .map((file) => [file.path.slice(ATTACHMENTS.length, ATTACHMENTS.length + 64), file]),
    );
    const named = new Map<string, string>();
    for (const { evidence } of project.claims.values())
      for (const { file } of evidence) if (file !== null) named.set(file.sha256, file.name);
    checks.looked('attachments', named.size);
    for (const [sha256, name] of named) {
      const file = kept.get(sha256);
      if (file !== undefined) {
        if (file.sha256 !== sha256)
          checks.failed('attachments', { code: 'bundle-file-differs', params: { file: file.path } });
      } else if (manifest.missingAttachments.includes(sha256)) {
        checks.unproven('attachments', { code: 'bundle-attachment-not-included', params: { name, sha256 } });
      } else checks.failed('attachments', { code: 'bundle-attachment-missing', params: { name, sha256 } });
    }
    for (const [sha256, { path }] of kept)
      if (!named.has(sha256))
        checks.failed('attachments', { code: 'bundle-file-unknown', params: { file: path } });
  }

  async #checkReport(project: Project, dumps: DumpsAtHand): Promise<void> {
    const { manifest, present } = this.#unpacked;
    const checks = this.#checks;
    const listed = manifest.files.find(({ path }) => path === REPORT);
    if (manifest.report === null) {
      if (listed) checks.failed('report', { code: 'bundle-file-unknown', params: { file: REPORT } });
      return;
    }
    if (listed === undefined)
      return checks.failed('report', { code: 'bundle-file-missing', params: { file: REPORT } });
    // What is wrong before is the reason for whatever else the report says.
    const sound = !checks.hasFailed('hashes', 'project', 'dumps', 'stories', 'quotes');
    if (!present.has(REPORT) || !sound) return checks.skipped('report');
    await checkReport({
      ...{ manifest, project, dumps, checks, version: this.#version },
      file: join(this.#folder, REPORT),
      ...(this.#signal ? { signal: this.#signal } : {}),
    });
  }
}

/** Whether a file is a dump of the bundle, or one of those that it consists of. */
function isOf(file: string, { path }: BundledDump): boolean {
  return path !== null && (file === path || file.startsWith(`${path}/`));
}
