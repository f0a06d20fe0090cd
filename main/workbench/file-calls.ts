import { basename } from 'node:path';
import type { Context, Handlers } from './context.ts';
import { hashFile } from './file-hash.ts';

type Calls = 'files.choose' | 'files.list' | 'files.describe' | 'link.open';

/** Files and addresses outside of the project. */
export function fileCalls({ host, access }: Context): Handlers<Calls> {
  return {
    'files.choose': ({ purpose, suggestedName }) => host.choose(purpose, suggestedName),

    'files.list': ({ path }) => host.listFolder(path),

    async 'files.describe'({ path }) {
      const file = await access.readable(path);
      return { name: basename(file), ...(await hashFile(file)) };
    },

    async 'link.open'({ url }) {
      await host.openLink(url);
      return null;
    },
  };
}
