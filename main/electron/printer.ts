import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type Session, session } from 'electron';
import { UratoriError } from '../../app/problem.ts';
import type { PrintPort } from '../export/print-port.ts';
import { withPageFile } from '../print/page-file.ts';
import { printingLimit } from '../print/printing-limits.ts';
import { CONFINED } from './security.ts';

/** A session of its own, in memory: nothing of the interface is in it, and nothing of a report stays. */
const PARTITION = 'uratori-print';
/** The pages that are being printed. */
const pages = new Set<string>();

/** Prints in a window that nobody sees, which has no scripts and loads nothing but the page. */
export const electronPrinter: PrintPort = {
  ready: () => undefined,
  print: (html, signal) => withPageFile(tmpdir(), html, ({ file }) => printFile(file, signal), signal),
};

async function printFile(file: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const limit = await printingLimit(file);
  signal?.throwIfAborted();
  const url = pathToFileURL(file).href;
  pages.add(url);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printingSession(),
      javascript: false,
      ...CONFINED,
    },
  });
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(
    () => reject(failure(`it took longer than ${Math.round(limit / 1000)} seconds`)),
    limit,
  );
  window.webContents.on('render-process-gone', (_event, { reason }) => reject(failure(reason)));
  window.once('closed', () => reject(failure('the window was closed')));
  try {
    return await Promise.race([printWindow(window, url), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    if (!window.isDestroyed()) window.destroy();
    pages.delete(url);
  }
}

async function printWindow(window: BrowserWindow, url: string): Promise<Uint8Array> {
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

let shared: Session | null = null;

/** Refuses whatever is not a page that is being printed. */
function printingSession(): Session {
  if (shared) return shared;
  const printing = session.fromPartition(PARTITION, { cache: false });
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  printing.setPermissionCheckHandler(() => false);
  printing.on('will-download', (event) => event.preventDefault());
  printing.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !pages.has(request.url) && !request.url.startsWith('data:') });
  });
  shared = printing;
  return printing;
}

function failure(detail: string): UratoriError {
  return new UratoriError('print-failed', { detail });
}
