import { app, type Session, type WebContents, type WebPreferences } from 'electron';
import { isOwnUrl } from './origin.ts';

/** What every page is confined to, whatever it shows; set though most of it is Electron's default, which has changed before. */
export const CONFINED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/**
 * Refuses what the interface never needs: navigation away, further windows, embedded pages, permissions (Electron
 * grants them by default), devices, downloads.
 * @param openLink what becomes of a link to the web
 */
export function harden(session: Session, openLink: (url: string) => void): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, openLink));
}

function hardenContents(contents: WebContents, openLink: (url: string) => void): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    // A reload is a navigation to where we are.
    if (!isOwnUrl(event.url) || !isOwnUrl(contents.getURL())) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (isWebLink(url)) openLink(url);
    return { action: 'deny' };
  });
}

/** Only such addresses leave for the system: others may start programs. */
export function isWebLink(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
