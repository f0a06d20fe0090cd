import { INTERCHANGE_IDS } from '../../app/interchange/catalogue.ts';
import {
  countsOf,
  ENTRY_KINDS,
  type ImportPlan,
  importCommand,
  type PlannedEntry,
} from '../../app/interchange/import/plan.ts';
import { IMPORT_FORMATS, type ImportFormat } from '../../app/interchange/import/recognise.ts';
import type { Dump } from '../dumps/dump.ts';
import { planRead } from '../interchange/plan-read.ts';
import { type ReadImport, readImport } from '../interchange/read-import.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { paceFrom } from '../project/pace.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Output } from './output.ts';
import { openDumps } from './project-dumps.ts';

export const usage = `Usage: uratori import PROJECT FILE [--format F] [--dry-run] [--json] [--by NAME] …

Brings annotations of another program, or of another project, into a project: FILE is a file, a folder, or a folder as
a .zip. Stories are found in the project's dumps by id, link or text; what is in the project already is left as it is,
and importing the same file twice changes nothing. All of it is one change, which one undo takes back.

  --format F       what FILE is (default: told by its content): ${INTERCHANGE_IDS.join(', ')},
                   glossary (tbx, or a table as TSV or CSV), memory (tmx)
  --dry-run        only say what would happen
  --json           one line of JSON an entry and one of the sums at the end
  --update         where the file and the project say different things, take what the file says
  --rating A=B     the file's rating A is the project's rating B (B empty: no rating); may be given again
  --first-line     claims without a place are put on the first line of their story (otherwise they are refused)
  --by NAME        who imports; stands for whoever the file does not name
`;

/** Ends with 0; with 1 where something was refused. @throws UsageError, and what reading and writing refuses */
export async function run(args: string[], io: Io): Promise<number> {
  const { path, file, format, dryRun, json, update, by, ...chosen } = optionsOf(args);
  const store = await openProject(path, { readOnly: dryRun, pace: paceFrom(process.env) });
  for (const notice of store.notices) io.stderr.write(`uratori: ${messageOf(notice)}\n`);
  const dumps = new Map<string, Dump>();
  try {
    await openDumps(dumps, store.project, store.file, io);
    const read = await readImport({ path: file, format, project: store.project, dumps });
    const at = new Date().toISOString();
    const options = { ...chosen, by, at, why: `Imported from ${read.name}` };
    const plan = await planRead(read, store.project, options);
    const command = importCommand(plan, update);
    if (command && !dryRun) await store.execute(command, by === '' ? {} : { by });
    await tell(read, plan, { json, dryRun, update, isDone: command !== null && !dryRun }, io);
    return plan.entries.some(({ kind }) => kind === 'refused') ? 1 : 0;
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
    await store.close();
  }
}

interface Telling {
  json: boolean;
  dryRun: boolean;
  update: boolean;
  isDone: boolean;
}

async function tell(
  { name, format, problems }: ReadImport,
  plan: ImportPlan,
  { json, dryRun, update, isDone }: Telling,
  io: Io,
): Promise<void> {
  const output = new Output(io.stdout);
  const counts = countsOf(plan.entries);
  const { entries, stories, tags, unknownRatings } = plan;
  if (json) {
    for (const { commands: _, edits: __, ...entry } of entries)
      await output.write(`${JSON.stringify(entry)}\n`);
    const sums = { file: name, format, done: isDone, ...counts, stories, tags, unknownRatings };
    await output.write(`${JSON.stringify({ ...sums, problems })}\n`);
  } else {
    for (const entry of entries) if (entry.kind !== 'matched') await output.write(lineOf(entry));
    await output.write(`${name}: ${format}\n`);
    await output.write(
      `${ENTRY_KINDS.map((kind) => `${counts[kind]} ${kind}`).join(', ')}; stories: ${stories.found} found, ${stories.added} new here, ${stories.missing} missing\n`,
    );
    for (const { id, label, claims } of unknownRatings)
      await output.write(
        `rating ${id}${label ? ` (${label.en} / ${label.ja})` : ''}: ${claims} claims; the project's scale does not have it, choose with --rating '${id}=…'\n`,
      );
    if (counts.differs > 0 && !update)
      await output.write('what differs stays as it is in the project; --update takes what the file says\n');
    await output.write(dryRun ? 'nothing was changed\n' : isDone ? 'imported\n' : 'nothing to change\n');
  }
  await output.flush();
  for (const problem of problems) io.stderr.write(`uratori: ${messageOf(problem)}\n`);
}

function lineOf({ kind, what, lead, words, quote, reason, differences }: PlannedEntry): string {
  const about = [quote && `“${oneLine(quote)}”`, words && oneLine(words)].filter(Boolean).join(' – ');
  const why = [reason ?? '', ...differences.map(({ field }) => field)].filter(Boolean).join(', ');
  const parts = [kind, what, oneLine(lead), about, why].filter((part) => part !== '');
  return `${parts.join('\t')}\n`;
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const letters = Array.from(line);
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : line;
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      'first-line': { type: 'boolean', default: false },
      rating: { type: 'string', multiple: true, default: [] },
      by: { type: 'string', default: '' },
    },
  });
  const [path, file, more] = positionals;
  if (path === undefined) throw new UsageError('PROJECT is missing');
  if (file === undefined) throw new UsageError('FILE is missing');
  if (more !== undefined) throw new UsageError(`one FILE at a time; “${more}” is one too many`);
  const { by, json, update } = values;
  return {
    ...{ path, file, json, update, by, dryRun: values['dry-run'], onFirstLine: values['first-line'] },
    format: formatOf(values.format),
    ratings: Object.fromEntries(values.rating.map(ratingOf)),
  };
}

/** What their files end in. */
const CALLED: Readonly<Record<string, ImportFormat>> = { tbx: 'glossary', tmx: 'memory' };

function formatOf(given: string | undefined): ImportFormat | null {
  if (given === undefined) return null;
  const format = IMPORT_FORMATS.find((known) => known === (CALLED[given] ?? given));
  if (!format)
    throw new UsageError(`there is no format “${given}”; choose one of ${IMPORT_FORMATS.join(', ')}`);
  return format;
}

/** What a rating is called may hold a sign of equality; an id of the project's scale rarely does. */
function ratingOf(given: string): [theirs: string, mine: string | null] {
  const at = given.lastIndexOf('=');
  if (at < 0) throw new UsageError(`--rating takes A=B, not “${given}”`);
  return [given.slice(0, at), given.slice(at + 1) || null];
}
