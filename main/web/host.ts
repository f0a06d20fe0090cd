import open from 'open';
import type { HostPort } from '../workbench/host-port.ts';
import type { Access } from './access.ts';
import type { Downloads } from './downloads.ts';

/** What a server can do for the workbench. Its page has no system dialogs and picks from the folders it is shown; its languages are those of the
 * browser. */
export function browserHost(access: Access, downloads: Downloads, languages: () => string[]): HostPort {
  return {
    kind: 'browser',
    platform: process.platform,
    languages,
    choose: async () => ({ kind: 'in-app' }),
    mayRead: access.mayRead,
    isGiven: access.isGiven,
    mayWrite: access.mayWrite,
    listFolder: access.list,
    openLink: async (url) => {
      await open(url);
    },
    downloadFor: (path, name) => downloads.offer(path, name),
  };
}
