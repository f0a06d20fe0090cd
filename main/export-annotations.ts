import { resolve } from 'node:path';
import { storiesOf } from '../app/exports/select.ts';
import type { SetOrigin } from '../app/interchange/annotation-set.ts';
import type { InterchangeId } from '../app/interchange/catalogue.ts';
import type { OutFile } from '../app/interchange/format.ts';
import { INTERCHANGES } from '../app/interchange/formats.ts';
import { citedBeside, gather, type Placeless } from '../app/interchange/gather.ts';
import { writeDurably } from './durable-file.ts';
import { describedFiles } from './export/crate.ts';
import { readStory } from './export/dumps-at-hand.ts';
import { writeFolder } from './export/folder.ts';
import { mustBeFree } from './export/target.ts';
import { type ZipEntry, zipOf } from './export/zip.ts';
import { type ExportSubject, type ExportTarget, mustSpare, reportOf } from './export.ts';

export interface AnnotationsRequest extends ExportSubject {
  format: InterchangeId;
  /** Where the pages of the claims are published; null while nobody says. */
  baseUrl: string | null;
}

export interface WrittenAnnotations {
  /** The file or folder that was written: absolute, symbolic links followed. */
  path: string;
  bytes: number;
  /** Lower-case hexadecimal; null of a folder. */
  sha256: string | null;
  files: number;
  /** What stands nowhere in the texts for certain, and so went out without a place or not at all. */
  placeless: Placeless[];
}

/**
 * Writes annotations for other tools, whole or not at all: one file, a package, or a folder, packed where the target
 * ends in `.zip`. Only ever to a new place.
 * @throws UratoriError `export-target-is-dump`, `export-place-taken`, `export-quote-mismatch`,
 * `export-folder-missing`, `disk-full`, `write-failed`, `story-not-found`; the reason of `signal`. Then the target is
 * as it was, and nothing temporary stays
 */
export async function exportAnnotations(
  request: AnnotationsRequest & ExportTarget,
): Promise<WrittenAnnotations> {
  const { target, projectFile, project, dumps, signal, format } = request;
  const place = resolve(target);
  await mustSpare(place, project, dumps, projectFile);
  await mustBeFree(place);
  const { files, placeless } = await annotationFiles(request);
  const options = signal ? { signal } : {};
  const { layout } = INTERCHANGES[format];
  const counted = { files: 0 };
  const packed = () => writeDurably(place, zipOf(entriesOf(files, counted), place), options);
  switch (layout) {
    case 'file':
      return { ...(await writeDurably(place, chunksOf(files), options)), files: 1, placeless };
    case 'package':
      return { ...(await packed()), files: 1, placeless };
    case 'folder':
      if (/\.zip$/iu.test(place)) return { ...(await packed()), ...counted, placeless };
      return { ...(await writeFolder(place, files, options)), sha256: null, placeless };
  }
}

/** The files of an export, none of them written yet; those of a folder with what describes them at the end. */
export async function annotationFiles(
  request: AnnotationsRequest,
): Promise<{ files: Iterable<OutFile>; placeless: Placeless[] }> {
  const { format, version, exportedAt, locale, baseUrl } = request;
  const report = await reportOf(request);
  const { layout, standard, write, carries } = INTERCHANGES[format];
  const keys = carries.includes('evidence-places') ? citedBeside(report) : [];
  const cited = storiesOf({ project: report.project, keys }, (ref) => readStory(request.dumps, ref));
  const { set, placeless } = await gather(report, cited);
  const { id: projectId } = request.project;
  const origin: SetOrigin = { projectId, title: report.title, exportedAt, version, locale, baseUrl };
  const files = write(set, origin);
  if (layout !== 'folder') return { files, placeless };
  const { dumps: sources } = report.provenance;
  const description = `Annotations of an Uratori project: ${standard.name}`;
  const crate = { name: report.title, description, createdAt: exportedAt, version, sources };
  return { files: describedFiles(files, crate, standard), placeless };
}

function* chunksOf(files: Iterable<OutFile>): Generator<string> {
  for (const { chunks } of files) yield* chunks;
}

function* entriesOf(files: Iterable<OutFile>, counted: { files: number }): Generator<ZipEntry> {
  for (const { name, chunks } of files) {
    counted.files += 1;
    // Not as one string, whose length has a limit that a sheet of many stories reaches.
    yield { name, bytes: Buffer.concat(Array.from(chunks, (chunk) => Buffer.from(chunk))) };
  }
}
