import { BUNDLE_MODES, type BundleMode } from '../../app/bundle/manifest.ts';
import { LOCALES, type Locale } from '../../app/settings.ts';
import { type BundleSubject, prepareBundle } from '../bundle/prepare.ts';
import { writeBundle } from '../bundle/write.ts';
import type { Dump } from '../dumps/dump.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { VERSION } from '../version.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { counted } from './counted.ts';
import { openDumps } from './project-dumps.ts';
import { Stopped, stoppable } from './stoppable.ts';

export const usage = `Usage: uratori bundle PROJECT --out FILE [--stories cited|whole] [--report html|none] [--locale en|ja] …

Writes one zip with the project, its dumps, its attachments, its report, and a manifest with the SHA-256 of each
(documented in docs/bundle.md). Every quote is looked up in its dump first; uratori verify proves the bundle.

  --out FILE       where to; only ever a new place
  --stories MODE   cited: only the stories that annotations, reviews and evidence are about; nothing else of the dumps
                   leaves the house (default). whole: the dumps, byte by byte
  --report R       html (default) or none
  --locale L       language of the report: en or ja (default: en)
  --at TIME        when it is made, ISO 8601 in UTC (default: now); the same time gives the same bytes
  --allow-missing  leave out dumps and attachments that are not at hand; the bundle says so
`;

/** Ends with 0 when the bundle is written, 1 where something keeps it from being whole: every reason is told. */
export async function run(args: string[], io: Io): Promise<number> {
  const { path, target, ...options } = optionsOf(args);
  const store = await openProject(path, { readOnly: true });
  for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
  const { project, file: projectFile, sequence } = store;
  const dumps = new Map<string, Dump>();
  try {
    await openDumps(dumps, project, projectFile, io);
    return await stoppable(async (signal) => {
      const subject = { project, projectFile, dumps, signal, ...options };
      if (await isRefused(subject, io)) return 1;
      const written = await writeBundle({ ...subject, target, sequence, version: VERSION });
      const { path: place, bytes, sha256, manifestSha256, files, stories } = written;
      io.stderr.write(
        `${place}: ${counted(files, 'file', 'files')}, ${counted(stories, 'story', 'stories')}, ${bytes} bytes, SHA-256 ${sha256}\n`,
      );
      io.stdout.write(`manifest.json SHA-256 ${manifestSha256}\n`);
      return 0;
    });
  } catch (thrown) {
    if (thrown instanceof Stopped) return 130;
    throw thrown;
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
    await store.close();
  }
}

/** Tells everything that is wrong, and not only the first of it. */
async function isRefused(subject: BundleSubject, io: Io): Promise<boolean> {
  const prepared = await prepareBundle(subject);
  await prepared.close();
  for (const problem of prepared.problems) io.stderr.write(`${messageOf(problem)}\n`);
  return prepared.problems.length > 0;
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      stories: { type: 'string', default: 'cited' },
      report: { type: 'string', default: 'html' },
      locale: { type: 'string', default: 'en' },
      at: { type: 'string' },
      'allow-missing': { type: 'boolean', default: false },
    },
  });
  const [path, more] = positionals;
  if (path === undefined) throw new UsageError('PROJECT is missing');
  if (more !== undefined) throw new UsageError(`one PROJECT at a time; “${more}” is one too many`);
  const { out: target } = values;
  if (target === undefined || target === '') throw new UsageError('--out FILE is missing');
  const mode: BundleMode = oneOf('stories', values.stories, BUNDLE_MODES);
  const locale: Locale = oneOf('locale', values.locale, LOCALES);
  const report = oneOf('report', values.report, ['html', 'none'] as const) === 'html' ? locale : null;
  return { path, target, mode, report, madeAt: momentOf(values.at), allowMissing: values['allow-missing'] };
}

function momentOf(text: string | undefined): string {
  const moment = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(moment.getTime()) || (text !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text)))
    throw new UsageError('--at takes a time such as 2025-04-12T09:00:00Z');
  return moment.toISOString();
}

function oneOf<T extends string>(name: string, given: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw new UsageError(`--${name} takes one of ${known.join(', ')}`);
  return found;
}
