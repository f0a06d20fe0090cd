import type { Context, Handlers } from './context.ts';
import type { OpenProject } from './open-project.ts';
import type { ProjectDump } from './project-dump.ts';
import { hintsCommand, isSettled, reanchorReport } from './reanchor.ts';

type Calls = 'reanchor.report' | 'reanchor.accept';

/** Annotations in a dump that is not the one they were made in. */
export function reanchorCalls({ desk, events, dumps }: Context): Handlers<Calls> {
  const accept = async (open: OpenProject, target: ProjectDump, by: 'person' | 'program') => {
    const sha256 = await target.dump.sha256();
    target.unplaced = false;
    const changes = { sha256, bytes: target.dump.bytes };
    const command = { type: 'dump.edit', dumpId: target.dumpId, changes } as const;
    if (by === 'person') await open.track(() => open.store.execute(command));
    else await open.housekeep(command);
    events.emit('dump.progress', { state: open.stateOf(target.dumpId) });
  };

  return {
    async 'reanchor.report'({ dumpId }) {
      await desk.inTurn(() => dumps.refresh(dumpId));
      const open = desk.require();
      const target = open.openDump(dumpId);
      const report = await reanchorReport(open, target);
      const hints = hintsCommand(report);
      if (hints) await open.housekeep(hints);
      if (isSettled(report) && target.isChanged(open.refOf(dumpId))) await accept(open, target, 'program');
      return report;
    },

    async 'reanchor.accept'({ dumpId }) {
      const open = desk.require();
      const target = open.openDump(dumpId);
      // What was confirmed was found in the file as it was opened.
      await target.dump.check();
      await accept(open, target, 'person');
      return null;
    },
  };
}
