import { stat } from 'node:fs/promises';
import type { Backup, Comparison } from '../../app/contract.ts';
import { toData } from '../../app/project.ts';
import { diffProjects } from '../../app/project-diff.ts';
import { Backups } from '../project/backups.ts';
import { openProject } from '../project/open-project.ts';
import { realPlace } from '../project/paths.ts';
import { readSnapshot, snapshotSequence } from '../project/snapshot-file.ts';
import type { Context, Handlers } from './context.ts';

type Calls = 'project.backups' | 'project.compare';

/** Entries that are shown; the rest is counted. */
const MOST_RECORDS = 2000;

/** Another state of the project, from a backup or from another file, beside the open one. */
export function compareCalls({ desk, access }: Context): Handlers<Calls> {
  return {
    async 'project.backups'() {
      return backupsOf(desk.require().store.file);
    },

    async 'project.compare'({ with: other }) {
      const { store } = desk.require();
      const before =
        'path' in other
          ? await projectAt(await access.readable(other.path))
          : await readSnapshot(await backupPath(store.file, other.backup));
      const { fields, records } = diffProjects(toData(before.project), toData(store.project));
      const comparison: Comparison = {
        title: before.project.title,
        sequence: before.sequence,
        sameProject: before.project.id === store.project.id,
        fields,
        records: records.slice(0, MOST_RECORDS),
        more: Math.max(0, records.length - MOST_RECORDS),
      };
      return comparison;
    },
  };
}

async function backupsOf(file: string): Promise<Backup[]> {
  const paths = new Backups(await realPlace(file)).paths();
  const backups = await Promise.all(
    paths.map(async (path, index): Promise<Backup[]> => {
      const [sequence, written] = [await snapshotSequence(path), await stat(path).catch(() => null)];
      if (sequence === null || !written) return [];
      return [{ number: index + 1, sequence, at: written.mtime.toISOString() }];
    }),
  );
  return backups.flat();
}

async function backupPath(file: string, number: number): Promise<string> {
  return new Backups(await realPlace(file)).paths()[number - 1] ?? '';
}

/** With what its journal holds, and without touching it. */
async function projectAt(path: string) {
  const store = await openProject(path, { readOnly: true });
  try {
    return { project: store.project, sequence: store.sequence };
  } finally {
    await store.close();
  }
}
