import type { CallParams, Comparing } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import { type MergedFiles, mergeWithFile } from '../merge/merge-files.ts';
import { withDumpsPlaced } from '../merge/place-dumps.ts';
import { copyAttachments } from '../project/attachments.ts';
import type { ProjectStore } from '../project/project-store.ts';
import type { Context, Handlers } from './context.ts';
import { signed } from './project-calls.ts';

type Calls = 'merge.compare' | 'merge.apply';

/** Another person's project, merged into the open one. Their file is only read. */
export function mergeCalls({ desk, access, settings }: Context): Handlers<Calls> {
  const merged = async (
    store: ProjectStore,
    { path, base }: CallParams<'merge.compare'>,
    decisions: CallParams<'merge.apply'>['decisions'],
  ): Promise<MergedFiles> => {
    const theirs = await access.readable(path);
    const from = base === null ? null : await access.readable(base);
    const { file, project, sequence } = store;
    return mergeWithFile({ file, project, sequence }, theirs, from, {
      decisions: new Map(Object.entries(decisions)),
      by: settings.reviewer ?? '',
      at: new Date().toISOString(),
    });
  };
  return {
    async 'merge.compare'(params) {
      const { store } = desk.require();
      const sequence = store.sequence;
      const { merge, theirs, ancestor, notices } = await merged(store, params, {});
      const comparing: Comparing = {
        title: theirs.project.title,
        sameProject: theirs.project.id === store.project.id,
        ancestor,
        tallies: merge.tallies,
        conflicts: merge.conflicts,
        changes: merge.command !== null,
        notices: [...notices],
        compared: statesOf(sequence, theirs),
      };
      return comparing;
    },

    // In turn: a project that is saved elsewhere meanwhile would leave the attachments behind.
    'merge.apply': ({ decisions, compared, ...files }) =>
      desk.inTurn(async () => {
        const open = desk.require();
        const { store } = open;
        if (store.readOnly) throw new UratoriError('project-read-only', { path: store.file });
        return open.track(async () => {
          const sequence = store.sequence;
          const { merge, theirs } = await merged(store, files, decisions);
          if (statesOf(sequence, theirs) !== compared || store.sequence !== sequence)
            throw new UratoriError('merge-changed');
          const left = merge.conflicts.length;
          if (!merge.command) return { left, changed: false };
          const command = await withDumpsPlaced(merge.command, {
            mine: store.file,
            theirs: theirs.file,
            mayRead: (path) => access.mayRead(path),
          });
          const takeBack = await copyAttachments(theirs.file, store.file);
          await store.execute(command, signed(settings)).catch(async (thrown) => {
            await takeBack();
            throw thrown;
          });
          return { left, changed: true };
        });
      }),
  };
}

function statesOf(sequence: number, theirs: MergedFiles['theirs']): string {
  return `${sequence} ${theirs.project.id} ${theirs.sequence}`;
}
