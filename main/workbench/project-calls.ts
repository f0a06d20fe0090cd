import { dumpPathsIn } from './commands-within.ts';
import type { Context, Handlers } from './context.ts';
import type { SettingsFile } from './settings-file.ts';

type Calls =
  | 'project.create'
  | 'project.open'
  | 'project.saveAs'
  | 'project.close'
  | 'project.execute'
  | 'project.undo'
  | 'project.redo';

/** Which project is open, and changes of it. */
export function projectCalls({ desk, projects, access, settings }: Context): Handlers<Calls> {
  return {
    'project.create': ({ title }) => desk.inTurn(async () => (await projects.create(title)).session()),

    async 'project.open'({ path }) {
      const file = await access.readable(path);
      return desk.inTurn(async () => (await projects.open(file)).session());
    },

    async 'project.saveAs'({ path }) {
      const file = await access.writable(path);
      return desk.inTurn(async () => (await projects.saveAs(file)).session());
    },

    async 'project.close'() {
      await desk.inTurn(() => projects.close());
      return null;
    },

    // A change is meant for the project that is on the screen when it is asked for, not for one that is open by then.
    async 'project.execute'({ command }) {
      const open = desk.require();
      for (const path of dumpPathsIn(command, open.store.file)) await access.readable(path);
      return open.track(() => open.store.execute(command, signed(settings)));
    },

    async 'project.undo'() {
      const open = desk.require();
      return open.track(() => open.store.undo(signed(settings)));
    },

    async 'project.redo'() {
      const open = desk.require();
      return open.track(() => open.store.redo(signed(settings)));
    },
  };
}

/** Who changes something, for the journal. */
export function signed({ reviewer }: Pick<SettingsFile, 'reviewer'>): { by?: string } {
  return reviewer === undefined ? {} : { by: reviewer };
}
