import { resolve } from 'node:path';
import { EXPORTERS, type TextFormat } from '../app/exports/exporters.ts';
import type { ReportFormat, TranslationFormat } from '../app/exports/formats.ts';
import { plainOptions, type ReportOptions } from '../app/exports/options.ts';
import type { Report } from '../app/exports/report.ts';
import { select, storiesOf } from '../app/exports/select.ts';
import type { Project } from '../app/project.ts';
import type { Locale } from '../app/settings.ts';
import type { StoryKey } from '../app/story.ts';
import { type Written, writeDurably } from './durable-file.ts';
import { docxReport } from './export/docx.ts';
import { type DumpsAtHand, provenanceOf, readStory } from './export/dumps-at-hand.ts';
import { mustBePicture } from './export/logo.ts';
import { printedReport } from './export/pdf.ts';
import type { PrintPort } from './export/print-port.ts';
import { mustBeReport, mustNotBe } from './export/target.ts';
import { reportWords } from './export/words.ts';
import { chromiumPrinter } from './print/chromium-printer.ts';

/** What is exported, whatever the format. */
export interface ExportSubject {
  project: Project;
  /** null: every story with annotations or a review. */
  stories: readonly StoryKey[] | null;
  /** The open dumps, by the project's id for them; the stories of others are reported without their text. */
  dumps: DumpsAtHand;
  locale: Locale;
  /** Empty: the project's title. */
  title: string;
  /** Of the program. */
  version: string;
  /** ISO 8601 in UTC. */
  exportedAt: string;
}

export interface ReportRequest extends ExportSubject {
  format: ReportFormat | TranslationFormat;
  options: ReportOptions;
  /** What a PDF is printed with, where it is not a browser of the system. */
  printer?: PrintPort | undefined;
  /** Ends a printing that is under way. */
  signal?: AbortSignal;
}

/** Where an export goes. */
export interface ExportTarget {
  /** Path of the file to write; an existing one is replaced when the new one is whole. */
  target: string;
  /** Path of the project file, which the report may not replace; null where it has none. */
  projectFile: string | null;
  signal?: AbortSignal;
}

export type ExportRequest = ReportRequest & ExportTarget;

/**
 * Writes a report to a file, whole or not at all.
 * @throws UratoriError `export-target-is-dump`, `export-target-exists`, `export-folder-missing`, `disk-full`, `write-failed`, and what
 * `reportChunks` throws; the reason of `signal`. Then the target is as it was, and no temporary file stays
 */
export async function exportReport(request: ExportRequest): Promise<Written> {
  const { target, projectFile, project, dumps, signal } = request;
  await mustSpare(target, project, dumps, projectFile);
  await mustBeReport(target);
  return writeDurably(resolve(target), reportChunks(request), signal ? { signal } : {});
}

/**
 * Refuses a target that is a dump of the project or the project itself.
 * @throws UratoriError `export-target-is-dump`
 */
export async function mustSpare(
  target: string,
  project: Project,
  dumps: DumpsAtHand,
  projectFile: string | null,
): Promise<void> {
  const open = [...dumps.values()].map((dump) => dump.path);
  // Where a dump was seen last: it is not at hand now, yet the file of that name may be it.
  const known = [...project.dumps.values()].map((dump) => dump.path);
  await mustNotBe(target, [...open, ...known], projectFile);
}

/**
 * A report, chunk by chunk, as fast as it is read: text, or the bytes of a format that is none.
 * @throws UratoriError `story-not-found` (params `story`) for a key that the project does not have,
 * `export-quote-mismatch`, what reading a dump refuses, and what `PrintPort` does
 */
export async function* reportChunks(request: ReportRequest): AsyncGenerator<string | Uint8Array> {
  const { format, printer = chromiumPrinter, signal } = request;
  if (format === 'docx') return yield* docxReport(await reportOf(request));
  if (format !== 'pdf') return yield* textChunks({ ...request, format });
  // Before anything is read.
  printer.ready();
  yield await printedReport(await reportOf(request), printer, signal);
}

/**
 * A report in a format that is text, as fast as it is read.
 * @throws UratoriError as `reportChunks`, but for printing
 */
export async function* textChunks(request: ReportRequest & { format: TextFormat }): AsyncGenerator<string> {
  yield* EXPORTERS[request.format](await reportOf(request));
}

/**
 * The languages of `options` count; without options, all is in `locale`.
 * @throws UratoriError `story-not-found`, `logo-no-picture`
 */
export async function reportOf(request: ExportSubject & { options?: ReportOptions }): Promise<Report> {
  const { dumps, version, exportedAt } = request;
  const options = request.options ?? plainOptions(request.locale);
  if (options.logo) mustBePicture(options.logo);
  const [locale = request.locale, second = null] = options.languages;
  const selection = select(request.project, request.stories);
  const translate = reportWords(locale);
  const refs = [...selection.project.dumps.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    title: request.title.trim() || selection.project.title.trim() || translate('untitled'),
    locale,
    translate,
    other: second && { locale: second, translate: reportWords(second) },
    options,
    ...selection,
    stories: storiesOf(selection, (ref) => readStory(dumps, ref)),
    provenance: {
      dumps: await Promise.all(refs.map((ref) => provenanceOf(dumps, ref))),
      exportedAt,
      version,
    },
  };
}
