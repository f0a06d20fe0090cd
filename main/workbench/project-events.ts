import type { Command } from '../../app/commands.ts';
import { singleCommands, touchesDumps } from './commands-within.ts';
import type { Desk } from './desk.ts';
import type { DumpKeeper } from './dump-keeper.ts';
import type { EventHub } from './events.ts';
import type { OpenProject } from './open-project.ts';
import type { RecentProjects } from './recent.ts';

interface Parts {
  desk: Desk;
  events: EventHub;
  keeper: DumpKeeper;
  recent: RecentProjects;
}

/** Reports what happens to the project for as long as it is the open one, and lets its dumps follow. */
export function forwardStoreEvents(open: OpenProject, parts: Parts): void {
  const { desk, events, recent } = parts;
  const isOpen = () => desk.current === open;
  open.store.on('changed', (change) => {
    if (!isOpen()) return;
    const { command } = change;
    events.emit('project.changed', change);
    if (touchesDumps(command)) void desk.inTurn(() => followDumps(open, command, parts));
    if (retitles(command))
      open.track(() => recent.retitle(open.store.file, open.project.title)).catch(() => undefined);
  });
  open.store.on('saved', (saved) => {
    if (isOpen()) events.emit('project.saved', saved);
  });
  open.store.on('saveFailed', (failed) => {
    if (isOpen()) events.emit('project.saveFailed', failed);
  });
}

/** An undo may bring a dump back, take it away or split it otherwise; everything that was shown of it is void then. */
async function followDumps(open: OpenProject, command: Command, parts: Parts): Promise<void> {
  const { desk, events, keeper } = parts;
  if (desk.current !== open) return;
  if (await keeper.follow(open)) return desk.tell();
  for (const single of singleCommands(command)) {
    if (single.type === 'dump.edit' && open.project.dumps.has(single.dumpId))
      events.emit('dump.progress', { state: open.stateOf(single.dumpId) });
  }
}

function retitles(command: Command): boolean {
  return singleCommands(command).some(({ type }) => type === 'project.rename');
}
