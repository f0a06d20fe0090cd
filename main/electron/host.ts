import { app, shell } from 'electron';
import { UratoriError } from '../../app/problem.ts';
import type { HostPort } from '../workbench/host-port.ts';
import { chooseFile, type DialogContext } from './dialogs.ts';
import { electronPrinter } from './printer.ts';
import { isWebLink } from './security.ts';

/** What the desktop does for the workbench. */
export function electronHost(context: DialogContext): HostPort {
  const { grants } = context;
  return {
    kind: 'electron',
    platform: process.platform,
    languages: () => app.getPreferredSystemLanguages(),
    choose: (purpose, suggestedName) => chooseFile(context, purpose, suggestedName),
    mayRead: (path) => grants.mayRead(path),
    mayWrite: (path) => grants.mayWrite(path),
    // The system's dialogs show folders; the page has no need to.
    listFolder: async (path) => {
      throw new UratoriError('path-not-allowed', { path: path ?? '' });
    },
    openLink: (url) => openLink(url),
    showInFolder: (path) => shell.showItemInFolder(path),
    printer: electronPrinter,
    downloadFor: () => null,
  };
}

/** Opens an http or https address in the person's browser. @throws UratoriError `call-invalid` for any other */
export async function openLink(url: string): Promise<void> {
  if (!isWebLink(url))
    throw new UratoriError('call-invalid', { name: 'link.open', path: 'url', detail: 'not an http address' });
  await shell.openExternal(url);
}
