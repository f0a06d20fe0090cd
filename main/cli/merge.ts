import { resolve } from 'node:path';
import type { Conflict, Decision, Merge, Tally } from '../../app/merge/merge.ts';
import { UratoriError } from '../../app/problem.ts';
import { type AncestorFound, mergeWithFile } from '../merge/merge-files.ts';
import { withDumpsPlaced } from '../merge/place-dumps.ts';
import { messageOf } from '../messages.ts';
import { copyAttachments } from '../project/attachments.ts';
import { openProject } from '../project/open-project.ts';
import type { ProjectStore } from '../project/project-store.ts';
import { removeProject } from '../project/remove-project.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori merge MINE THEIRS (--out NEW | --into-mine | --dry-run) [--base FILE] [--prefer mine|theirs|none]

Merges another person's project file into mine. Where both are copies of one project, their common ancestor is looked
for in their histories and backups, so that what one side changed or removed is told from what the other never had.
THEIRS is only read. docs/merging.md tells what is paired and what conflicts.

  --out NEW        writes the merged project to a new file, with the history of mine
  --into-mine      changes MINE, in one step of its history
  --dry-run        only says what would come of it
  --base FILE      the state that both were made from
  --prefer SIDE    decides what both changed differently: mine or theirs; with none (the default) mine stays as it
                   is, what they held of a claim is kept with it, and the next merge asks again
  --by NAME        who decides, for the verdicts of such claims
  --map OLD=NEW    where the scales differ: the id of a rating, and that of the one it is called by the scale that stays;
                   may be given again
  --json           one JSON object: ancestor, tallies, conflicts, written

Ends with 0 where nothing is left to decide, 3 where something is, 1 where it failed.
`;

const CONFLICTS_LEFT = 3;

/** Ends with 0, or 3 with conflicts left. @throws UsageError, and what merging, opening or writing refuses */
export async function run(args: string[], io: Io): Promise<number> {
  const { mine, theirs, base, out, intoMine, prefer, by, mapping, json } = optionsOf(args);
  const store = await openProject(mine, intoMine ? {} : { readOnly: true });
  try {
    for (const notice of store.notices) io.stderr.write(`uratori: ${messageOf(notice)}\n`);
    if (intoMine && store.readOnly) {
      const [why] = store.notices;
      throw why
        ? new UratoriError(why.code, why.params)
        : new UratoriError('project-read-only', { path: mine });
    }
    const copy = { file: store.file, project: store.project, sequence: store.sequence };
    const signature = { by, at: new Date().toISOString(), mapping };
    const first = await mergeWithFile(copy, theirs, base, signature);
    for (const notice of first.notices) io.stderr.write(`uratori: ${messageOf(notice)}\n`);
    const decisions = new Map(
      first.merge.conflicts.map(({ id }): [string, Decision] => [id, { take: prefer ?? 'mine', why: '' }]),
    );
    const { merge, ancestor } =
      prefer === null ? first : await mergeWithFile(copy, theirs, base, { ...signature, decisions });
    const written = await write(store, theirs, merge, { out, intoMine, by });
    const output = new Output(io.stdout);
    await output.write(json ? jsonOf(merge, ancestor, written) : wordsOf(merge, ancestor, written));
    await output.flush();
    return merge.conflicts.length > 0 ? CONFLICTS_LEFT : 0;
  } finally {
    await store.close();
  }
}

/** The file that holds the merged project; null where nothing was to be written. */
async function write(
  store: ProjectStore,
  theirs: string,
  { command }: Merge,
  { out, intoMine, by }: { out: string | null; intoMine: boolean; by: string },
): Promise<string | null> {
  if (out === null && !intoMine) return null;
  const before = store.file;
  if (out !== null) await store.saveAs(out);
  const undo: (() => Promise<void>)[] = [];
  try {
    if (out !== null) undo.push(await copyAttachments(before, store.file));
    undo.push(await copyAttachments(theirs, store.file));
    if (command) {
      const places = { mine: store.file, theirs, mayRead: () => true };
      await store.execute(await withDumpsPlaced(command, places), by === '' ? {} : { by });
    }
    await store.flush();
    return store.file;
  } catch (thrown) {
    for (const step of undo.reverse()) await step();
    if (out !== null) {
      await store.close();
      await removeProject(out);
    }
    throw thrown;
  }
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      base: { type: 'string' },
      out: { type: 'string' },
      'into-mine': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      prefer: { type: 'string', default: 'none' },
      by: { type: 'string', default: '' },
      map: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [mine, theirs, more] = positionals;
  if (mine === undefined || theirs === undefined)
    throw new UsageError('two projects are needed: MINE THEIRS');
  if (more !== undefined) throw new UsageError(`two projects, and “${more}” is one too many`);
  const ways = [values.out !== undefined, values['into-mine'], values['dry-run']].filter(Boolean).length;
  if (ways !== 1) throw new UsageError('say one of --out NEW, --into-mine and --dry-run');
  const prefer = (['mine', 'theirs', 'none'] as const).find((side) => side === values.prefer);
  if (prefer === undefined)
    throw new UsageError(`--prefer takes mine, theirs or none, not “${values.prefer}”`);
  return {
    mine: resolve(mine),
    theirs: resolve(theirs),
    base: values.base === undefined ? null : resolve(values.base),
    out: values.out === undefined ? null : resolve(values.out),
    intoMine: values['into-mine'],
    prefer: prefer === 'none' ? null : prefer,
    by: values.by,
    mapping: Object.fromEntries(values.map.map(mappingOf)),
    json: values.json,
  };
}

function mappingOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError(`--map takes OLD=NEW, not “${text}”`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function jsonOf({ tallies, conflicts }: Merge, ancestor: AncestorFound, written: string | null): string {
  return `${JSON.stringify({ ancestor, tallies, conflicts, written })}\n`;
}

function wordsOf({ tallies, conflicts }: Merge, ancestor: AncestorFound, written: string | null): string {
  const lines = [ancestorWords(ancestor)];
  for (const [table, tally] of Object.entries(tallies) as [string, Tally][]) {
    const { onlyMine, onlyTheirs, same, different, removed, conflicts: asked } = tally;
    if (onlyMine + onlyTheirs + same + different + removed === 0) continue;
    lines.push(
      `${table}: ${onlyMine} only mine, ${onlyTheirs} only theirs, ${same} the same, ${different} different, ` +
        `${removed} removed by one, ${asked} to decide`,
    );
  }
  for (const conflict of conflicts) lines.push(conflictWords(conflict));
  if (conflicts.length > 0)
    lines.push(`${conflicts.length} to decide; until then they stay as they are in mine.`);
  if (written !== null) lines.push(`written: ${written}`);
  return `${lines.join('\n')}\n`;
}

function ancestorWords(ancestor: AncestorFound): string {
  if (ancestor === null) return 'no common ancestor: everything of either is kept';
  const { by, sequence } = ancestor;
  const how = {
    given: 'as given',
    history: 'by their histories',
    backup: 'by a backup',
    content: 'at least, by what both hold',
  }[by];
  return `common ancestor: after change ${sequence} (${how})`;
}

function conflictWords({ id, kind, fields, mine, theirs }: Conflict): string {
  const { wording, name } = (mine ?? theirs ?? {}) as { wording?: string; name?: string };
  const told = wording || name ? `  ${JSON.stringify(wording || name)}` : '';
  if (kind !== 'changed')
    return `? ${id}${told}  ${kind === 'removed-here' ? 'removed in mine' : 'removed in theirs'}`;
  const lines = fields.map(({ field, entry, mine: ours, theirs: others }) => {
    return `    ${entry ?? field}${entry && entry !== field ? ` ${field}` : ''}: ${shown(ours)} | ${shown(others)}`;
  });
  return [`? ${id}${told}`, ...lines].join('\n');
}

/** UTF-16 units of a value that are shown on a line. */
const MOST = 120;

function shown(value: unknown): string {
  const text = value === undefined ? '(none)' : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST).replace(/[\ud800-\udbff]$/u, '')}…` : text;
}
