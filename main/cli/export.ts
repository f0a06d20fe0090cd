import { EXPORT_FORMATS } from '../../app/exports/formats.ts';
import { LOCALES } from '../../app/settings.ts';
import type { Dump } from '../dumps/dump.ts';
import { type ExportRequest, exportReport, type ReportRequest, reportChunks } from '../export.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { VERSION } from '../version.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Output } from './output.ts';
import { openDumps } from './project-dumps.ts';

export const usage = `Usage: uratori export PROJECT --format html|md|json --out FILE [--stories KEY,KEY…] [--locale en|ja] [--title T]

Writes the annotated report of a project. An existing FILE is replaced when the new one is whole.

  --format F       html (one self-contained file), md (Markdown) or json (documented in docs/project-json.md)
  --out FILE       where to; - for standard output
  --stories KEYS   only these stories, by their keys (DUMP-ID/STORY-ID), with commas between; may be given again
                   (default: every story with annotations or a review)
  --locale L       language of the report: en or ja (default: en)
  --title T        title of the report (default: the project's)
`;

/** Ends with 0 when the report is written. Everything but the report goes to standard error. */
export async function run(args: string[], io: Io): Promise<number> {
  const { path, out, ...options } = optionsOf(args);
  const store = await openProject(path, { readOnly: true });
  for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
  const { project, file } = store;
  const unknown = options.stories?.find((key) => !project.stories.has(key));
  const dumps = new Map<string, Dump>();
  try {
    if (unknown !== undefined) throw new UsageError(`the project has no story “${unknown}”`);
    // What is missing is said in the report as well, and no reason to have none.
    await openDumps(dumps, project, file, io);
    const request: ReportRequest = {
      project,
      dumps,
      ...options,
      version: VERSION,
      exportedAt: new Date().toISOString(),
    };
    if (out !== '-') return await toFile({ ...request, target: out, projectFile: file }, io);
    await toStdout(request, io);
    return 0;
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
    await store.close();
  }
}

async function toStdout(request: ReportRequest, io: Io): Promise<void> {
  const output = new Output(io.stdout);
  for await (const chunk of reportChunks(request)) await output.write(chunk);
  await output.flush();
}

/** Ctrl+C leaves the old file and no temporary one, and ends with 130 as shells expect. */
async function toFile(request: ExportRequest, io: Io): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const { path, bytes, sha256 } = await exportReport({ ...request, signal: stop.signal });
    io.stderr.write(`${path}: ${bytes} bytes, SHA-256 ${sha256}\n`);
    return 0;
  } catch (thrown) {
    if (stop.signal.aborted) return 130;
    throw thrown;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      stories: { type: 'string', multiple: true },
      locale: { type: 'string', default: 'en' },
      title: { type: 'string', default: '' },
    },
  });
  const [path, more] = positionals;
  if (path === undefined) throw new UsageError('PROJECT is missing');
  if (more !== undefined) throw new UsageError(`one PROJECT at a time; “${more}” is one too many`);
  const { out } = values;
  if (out === undefined || out === '') throw new UsageError('--out FILE is missing');
  const format = oneOf('format', values.format, EXPORT_FORMATS);
  const locale = oneOf('locale', values.locale, LOCALES);
  const keys = values.stories?.flatMap((list) => list.split(',')).map((key) => key.trim());
  const stories = keys?.filter((key) => key !== '') ?? null;
  if (stories?.length === 0) throw new UsageError('--stories names no story');
  return { path, out, format, locale, title: values.title, stories };
}

function oneOf<T extends string>(name: string, given: string | undefined, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw new UsageError(`--${name} takes one of ${known.join(', ')}`);
  return found;
}
