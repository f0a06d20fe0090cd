import type { CallParams, ImportPreview } from '../../app/contract.ts';
import {
  countsOf,
  type ImportOptions,
  type ImportPlan,
  importCommand,
} from '../../app/interchange/import/plan.ts';
import { UratoriError } from '../../app/problem.ts';
import { planRead } from '../interchange/plan-read.ts';
import { type ReadImport, readImport } from '../interchange/read-import.ts';
import type { Context, Handlers } from './context.ts';
import type { OpenProject } from './open-project.ts';

type Calls = 'import.preview' | 'import.plan' | 'import.entries' | 'import.apply' | 'import.leave';
type Decided = Omit<ImportOptions, 'at'>;

/** An import that was looked at and not carried out yet. */
interface Pending {
  importId: number;
  open: OpenProject;
  read: ReadImport;
  decided: Decided;
  plan: ImportPlan;
  /** Of the project when it was planned. */
  sequence: number;
}

const MOST_PROBLEMS = 100;

/** Annotations of other programs, from a look at what they would do to one change of the project. */
export function importCalls({ desk, access }: Context): Handlers<Calls> {
  let pending: Pending | null = null;
  let lastId = 0;
  /** Decisions come faster than plans: the last one counts. */
  let turn = 0;

  const planned = async (open: OpenProject, read: ReadImport, decided: Decided): Promise<Pending> => {
    const { sequence } = open.store;
    const options = { ...decided, at: new Date().toISOString() };
    const plan = await planRead(read, open.project, options);
    return { importId: lastId, open, read, decided, plan, sequence };
  };
  /** @throws UratoriError `import-outdated` */
  const require = (importId: number): Pending => {
    if (pending?.importId !== importId || pending.open !== desk.current)
      throw new UratoriError('import-outdated');
    return pending;
  };

  return {
    async 'import.preview'({ path, format, ...decided }) {
      const open = desk.require();
      const place = await access.readable(path);
      lastId += 1;
      const importId = lastId;
      pending = null;
      for (const dump of open.dumps.values()) if (dump.isOpen) await dump.indexed();
      const read = await readImport({
        ...{ path: place, format, project: open.project, dumps: open.dumpsAtHand() },
        signal: open.ending,
      });
      const made = { ...(await planned(open, read, decided)), importId };
      if (importId === lastId) pending = made;
      return previewOf(made);
    },

    async 'import.plan'({ importId, ...decided }) {
      const { open, read } = require(importId);
      turn += 1;
      const mine = turn;
      const made = await planned(open, read, decided);
      require(importId);
      if (mine === turn) pending = made;
      return previewOf(made);
    },

    async 'import.entries'({ importId, kind, from, count }) {
      const { plan } = require(importId);
      return entriesOf(plan, kind).slice(from, from + count);
    },

    async 'import.apply'({ importId, update }) {
      const before = require(importId);
      const { open } = before;
      // What a person looked at is what happens, also where the program noted something of its own meanwhile.
      const now =
        open.store.sequence === before.sequence ? before : await planned(open, before.read, before.decided);
      if (JSON.stringify(countsOf(now.plan.entries)) !== JSON.stringify(countsOf(before.plan.entries)))
        throw new UratoriError('import-outdated');
      const command = importCommand(now.plan, update);
      if (command) await open.track(() => open.store.execute(command, by(before.decided)));
      pending = null;
      const { added, moved, differs } = countsOf(now.plan.entries);
      return { entries: added + moved + (update ? differs : 0) };
    },

    async 'import.leave'({ importId }) {
      if (pending?.importId === importId) pending = null;
      return null;
    },
  };
}

function by({ by: name }: Decided): { by?: string } {
  return name === '' ? {} : { by: name };
}

function entriesOf({ entries }: ImportPlan, kind: CallParams<'import.entries'>['kind']) {
  return entries.filter((entry) => entry.kind === kind).map(({ commands: _, edits: __, ...entry }) => entry);
}

function previewOf({ importId, read, plan }: Pending): ImportPreview {
  const { name, format, problems } = read;
  const { entries, stories, tags, unknownRatings } = plan;
  return {
    ...{ importId, name, format, stories, tags, unknownRatings, counts: countsOf(entries) },
    placeless: entries.filter(({ reason }) => reason === 'no-place' || reason === 'placed-on-first-line')
      .length,
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
  };
}
