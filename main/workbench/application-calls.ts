import type { Context, Handlers } from './context.ts';

type Calls = 'workbench.start' | 'settings.change' | 'project.forget';

/** What belongs to the program on this computer and not to a project. */
export function applicationCalls(context: Context): Handlers<Calls> {
  const { host, settings, recent, desk, events } = context;
  return {
    async 'workbench.start'() {
      const stored = await settings.read();
      const projects = await recent.list();
      return {
        version: context.version,
        host: host.kind,
        platform: host.platform,
        languages: host.languages(),
        settings: stored,
        recent: projects,
        // Last, and without waiting after it: what is reported from now on comes on top of this state.
        session: desk.current?.session() ?? null,
      };
    },

    async 'settings.change'({ changes }) {
      const changed = await settings.change(changes);
      events.emit('settings.changed', { settings: changed });
      return changed;
    },

    async 'project.forget'({ path }) {
      await recent.forget(path);
      return recent.list();
    },
  };
}
