import { mkdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UratoriError } from '../../app/problem.ts';
import type { PrintPort } from '../export/print-port.ts';
import { failure, startBrowser } from './browser.ts';
import type { DevToolsPipe } from './devtools-pipe.ts';
import { findBrowser, isSnap } from './find-browser.ts';
import { withPageFile } from './page-file.ts';
import { printingLimit } from './printing-limits.ts';

/** The first that numbers pages by the style sheet (margin boxes of `@page`); bookmarks and tags are older. */
const NEEDED_VERSION = 131;
const STARTING_MS = 60_000;
const READ_SIZE = 1 << 20;

/** Prints by a browser of the system, which is started for one page and ended after it. */
export const chromiumPrinter: PrintPort = {
  ready: () => void findBrowser(),
  async print(html, signal) {
    const browser = findBrowser();
    const parent = await folderFor(browser);
    return withPageFile(parent, html, (place) => printFile(browser, place, signal), signal);
  },
};

/** Where the browser can read a file and keep its profile. */
async function folderFor(browser: string): Promise<string> {
  if (!isSnap(browser)) return tmpdir();
  const folder = join(homedir(), 'snap', 'chromium', 'common');
  await mkdir(folder, { recursive: true });
  return folder;
}

async function printFile(
  path: string,
  { file, folder }: { file: string; folder: string },
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const browser = startBrowser(path, join(folder, 'profile'));
  const { devTools } = browser;
  const stop = () => devTools.end(signal?.reason instanceof Error ? signal.reason : failure('stopped'));
  signal?.addEventListener('abort', stop);
  const within = (ms: number) =>
    setTimeout(() => devTools.end(failure(`it took longer than ${Math.round(ms / 1000)} seconds`)), ms);
  let timer = within(STARTING_MS);
  try {
    await mustBeNewEnough(devTools);
    clearTimeout(timer);
    timer = within(await printingLimit(file));
    return await printPage(devTools, pathToFileURL(file).href);
  } catch (thrown) {
    throw thrown instanceof UratoriError || thrown === signal?.reason ? thrown : failure(messageOf(thrown));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await browser.close();
  }
}

async function mustBeNewEnough(devTools: DevToolsPipe): Promise<void> {
  const name = String((await devTools.send('Browser.getVersion')).product);
  const version = Number(/\/(\d+)/u.exec(name)?.[1]);
  if (version < NEEDED_VERSION) throw new UratoriError('print-browser-old', { name, needed: NEEDED_VERSION });
}

async function printPage(devTools: DevToolsPipe, url: string): Promise<Uint8Array> {
  const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: Record<string, unknown> = {}) =>
    devTools.send(method, params, String(sessionId));

  const loaded = new Promise<void>((resolve) => {
    devTools.onEvent(({ method, params }) => {
      if (method === 'Page.loadEventFired') resolve();
      if (method === 'Inspector.targetCrashed') devTools.end(failure('the page crashed'));
      if (method === 'Fetch.requestPaused') void answer(send, url, params);
    });
  });
  await send('Inspector.enable');
  await send('Page.enable');
  await send('Emulation.setScriptExecutionDisabled', { value: true });
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  const { errorText } = await send('Page.navigate', { url });
  if (errorText) throw failure(String(errorText));
  await Promise.race([loaded, devTools.ended]);

  const { stream } = await send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsStream',
  });
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await send('IO.read', { handle: stream, size: READ_SIZE });
    parts.push(Buffer.from(String(data), base64Encoded ? 'base64' : 'utf8'));
    if (eof) return Buffer.concat(parts);
  }
}

/** The page itself may be loaded, and nothing else. */
async function answer(
  send: (method: string, params: Record<string, unknown>) => Promise<unknown>,
  url: string,
  { requestId, request }: Record<string, unknown>,
): Promise<void> {
  const isPage = (request as { url: string }).url === url;
  await (isPage
    ? send('Fetch.continueRequest', { requestId })
    : send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' })
  ).catch(() => undefined);
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
