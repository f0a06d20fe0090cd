import { EXPORT_FORMATS, isInterchange, isLaidOut } from '../../app/exports/formats.ts';
import { isBaseUrl } from '../../app/interchange/base-url.ts';
import { CATALOGUE, INTERCHANGE_IDS } from '../../app/interchange/catalogue.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Dump } from '../dumps/dump.ts';
import { filteredStories } from '../export/filtered-stories.ts';
import { exportReport, reportChunks } from '../export.ts';
import { type AnnotationsRequest, annotationFiles, exportAnnotations } from '../export-annotations.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { VERSION } from '../version.ts';
import { type Io, oneOf, parseCommandLine, UsageError } from './arguments.ts';
import { counted } from './counted.ts';
import { Output } from './output.ts';
import { pointed } from './pointed.ts';
import { openDumps } from './project-dumps.ts';
import { REPORT_OPTIONS, reportOptions } from './report-options.ts';
import { Stopped, stoppable } from './stoppable.ts';

export const usage = `Usage: uratori export PROJECT --format F --out PLACE [--stories KEY,KEY…] [--filter QUERY] [--template T] …

Writes the annotated report of a project, or its annotations for other tools. A report takes the place of an older one
when it is whole; annotations only ever go to a new place.

  --format F       a report: html (one self-contained file), pdf (printed by Chromium, Chrome or Edge, which
                   URATORI_CHROMIUM may name), docx (Word, LibreOffice), md (Markdown), json (documented in docs/project-json.md);
                   translations: tmx (a memory of paired sentences and the wordings of notes), tbx (the whole glossary);
                   annotations: ${INTERCHANGE_IDS.join(', ')} (documented in docs/interchange.md)
  --out PLACE      the file; of a format of several files the folder, or one packed file if it ends in .zip;
                   - for standard output, where the format is one file of text
  --stories KEYS   only these stories, by their keys (DUMP-ID/STORY-ID), with commas between; may be given again
                   (default: every story with annotations or a review)
  --filter QUERY   of these stories only the ones that the query finds, as in uratori search: --filter "verdict:disputed"
  --locale L       language of the report: en, ja, or both with the main one first: en,ja or ja,en (default: en)
  --title T        title of the report (default: the project's)
  --at TIME        when it is exported, in ISO 8601 with a time zone, such as 2025-03-01T09:30:00Z (default: now): with
                   the same time the same project gives the same bytes
  --base-url URL   where the claims are published, each below it by its id (claimreview)

Reports for readers (docs/reports.md) also take:

  --template T     full (everything), claims, translation (translation review), claim-pages (one page a claim) or
                   summary (a row a claim, and charts) (default: full)
  --author NAME    who signs it
  --introduction T text before all else, blank lines between paragraphs; @FILE reads it from a file
  --logo FILE      a PNG or JPEG picture of at most 2 MiB

uratori formats tells what each format carries.
`;

/** Ends with 0 when the export is written. Everything but the export goes to standard error. */
export async function run(args: string[], io: Io): Promise<number> {
  const { path, out, ...options } = await optionsOf(args);
  const store = await openProject(path, { readOnly: true });
  for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
  const { project, file } = store;
  const unknown = options.stories?.find((key) => !project.stories.has(key));
  const dumps = new Map<string, Dump>();
  try {
    if (unknown !== undefined) throw new UsageError(`the project has no story “${unknown}”`);
    // What is missing is said in the report as well, and no reason to have none.
    await openDumps(dumps, project, file, io);
    const { format, baseUrl, filter, exportedAt, report, ...rest } = options;
    const stories =
      filter === null ? rest.stories : await filteredStories(project, dumps, rest.stories, filter);
    const subject = { project, dumps, ...rest, stories, version: VERSION, exportedAt };
    const target = { target: out, projectFile: file };
    if (isInterchange(format)) return await annotations({ ...subject, format, baseUrl }, target, io);
    if (out !== '-') {
      const {
        path: place,
        bytes,
        sha256,
      } = await stoppable((signal) =>
        exportReport({ ...subject, format, options: report, ...target, signal }),
      );
      io.stderr.write(`${place}: ${bytes} bytes, SHA-256 ${sha256}\n`);
      return 0;
    }
    await toStdout(reportChunks({ ...subject, format, options: report }), io);
    return 0;
  } catch (thrown) {
    if (thrown instanceof Stopped) return 130;
    if (thrown instanceof UratoriError && typeof thrown.params.position === 'number') {
      io.stderr.write(
        `uratori: ${messageOf(thrown.toProblem())}\n${pointed(options.filter ?? '', thrown.params.position)}`,
      );
      return 1;
    }
    throw thrown;
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
    await store.close();
  }
}

async function annotations(
  request: AnnotationsRequest,
  target: { target: string; projectFile: string },
  io: Io,
): Promise<number> {
  if (target.target === '-') {
    const { files, placeless } = await annotationFiles(request);
    for (const { chunks } of files) await toStdout(chunks, io);
    tellPlaceless(placeless.length, io);
    return 0;
  }
  const { path, bytes, sha256, files, placeless } = await stoppable((signal) =>
    exportAnnotations({ ...request, ...target, signal }),
  );
  const about = sha256 === null ? [] : [`SHA-256 ${sha256}`];
  io.stderr.write(`${path}: ${[counted(files, 'file', 'files'), `${bytes} bytes`, ...about].join(', ')}\n`);
  tellPlaceless(placeless.length, io);
  return 0;
}

function tellPlaceless(count: number, io: Io): void {
  if (count > 0)
    io.stderr.write(
      `${count} places could not be found in the text for certain and went out without offsets\n`,
    );
}

async function toStdout(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string>,
  io: Io,
): Promise<void> {
  const output = new Output(io.stdout);
  for await (const chunk of chunks) await output.write(chunk);
  await output.flush();
}

async function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      stories: { type: 'string', multiple: true },
      filter: { type: 'string' },
      title: { type: 'string', default: '' },
      at: { type: 'string' },
      ...REPORT_OPTIONS,
      'base-url': { type: 'string' },
    },
  });
  const [path, more] = positionals;
  if (path === undefined) throw new UsageError('PROJECT is missing');
  if (more !== undefined) throw new UsageError(`one PROJECT at a time; “${more}” is one too many`);
  const { out } = values;
  if (out === undefined || out === '') throw new UsageError('--out PLACE is missing');
  const format = oneOf('format', values.format, EXPORT_FORMATS);
  const keys = values.stories?.flatMap((list) => list.split(',')).map((key) => key.trim());
  const stories = keys?.filter((key) => key !== '') ?? null;
  if (stories?.length === 0) throw new UsageError('--stories names no story');
  const baseUrl = values['base-url'] ?? null;
  if (baseUrl !== null && !isBaseUrl(baseUrl))
    throw new UsageError('--base-url takes an address with http or https');
  const layout = isInterchange(format) ? CATALOGUE[format].layout : 'file';
  if (out === '-' && layout === 'folder')
    throw new UsageError(`${format} is several files: --out takes a folder, or a file that ends in .zip`);
  if (out === '-' && layout === 'package')
    throw new UsageError(`${format} is packed and no text: --out takes a file`);
  const report = await reportOptions(values, isLaidOut(format) ? null : format);
  const [locale = 'en'] = report.languages;
  const filter = values.filter ?? null;
  const exportedAt = timeOf(values.at);
  return { path, out, format, locale, title: values.title, stories, baseUrl, filter, exportedAt, report };
}

/** ISO 8601 in UTC. */
function timeOf(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString();
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(
    given,
  );
  const time = isMoment ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageError('--at takes a date and time with a time zone, such as 2025-03-01T09:30:00Z');
  return new Date(time).toISOString();
}
