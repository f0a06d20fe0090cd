import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { UratoriError } from '../../app/problem.ts';
import { DevToolsPipe } from './devtools-pipe.ts';

/** A browser that nobody sees, talks to nobody but us, and keeps nothing. */
const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // No name resolves, and what needs none finds nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];
/** Until a browser that was asked to leave is made to. */
const LEAVING_MS = 2000;
/** Of what it says to standard error, the end is kept. */
const MOST_SAID = 4096;

/** A running browser, until `close`. */
export interface Browser {
  readonly devTools: DevToolsPipe;
  /** Ends it and all that it started. Never fails. */
  close(): Promise<void>;
}

/**
 * Starts a browser on a profile of its own.
 * @param path absolute
 * @param profile an empty folder, which is the caller's to remove
 * @throws nothing: that it does not start, or ends, fails what is asked of `devTools` by `print-failed`
 */
export function startBrowser(path: string, profile: string): Browser {
  const flags = [...FLAGS, `--user-data-dir=${profile}`];
  // Chromium has no sandbox for root, and refuses to run without being told so.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const child = spawn(path, [...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, which ends as one.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const [, , errors, output, input] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  let said = '';
  errors.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  const devTools = new DevToolsPipe(output, input);
  child.once('error', (error) => devTools.end(failure(error.message)));
  child.once('close', (code, signal) => {
    const how = `the browser ended (${signal ?? code})`;
    const why = lastWords(said);
    devTools.end(failure(why === '' ? how : `${how}: ${why}`));
  });
  return {
    devTools,
    async close() {
      if (hasEnded(child)) return;
      const ended = once(child, 'exit');
      const timer = setTimeout(() => killAll(child), LEAVING_MS);
      void devTools.send('Browser.close').catch(() => undefined);
      await ended.catch(() => undefined);
      clearTimeout(timer);
      // Helpers that outlive it keep files of the profile open.
      killAll(child);
    },
  };
}

export function failure(detail: string): UratoriError {
  return new UratoriError('print-failed', { detail });
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** The last line that is no more than a place in Chromium's own code. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return (
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .at(-1)
      ?.slice(0, 300) ?? ''
  );
}
