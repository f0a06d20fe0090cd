import type { Context, Handlers } from './context.ts';

type Calls = 'files.choose' | 'files.list' | 'link.open';

/** Files and addresses outside of the project. */
export function fileCalls({ host }: Context): Handlers<Calls> {
  return {
    'files.choose': ({ purpose, suggestedName }) => host.choose(purpose, suggestedName),

    'files.list': ({ path }) => host.listFolder(path),

    async 'link.open'({ url }) {
      await host.openLink(url);
      return null;
    },
  };
}
