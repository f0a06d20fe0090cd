import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { dataFolder } from '../data-folder.ts';
import { filesOf } from './arguments.ts';
import { Desktop } from './desktop.ts';
import { registerScheme } from './protocol.ts';

const data = dataFolder();
// Chromium's own files, apart from what people keep. The lock of the single instance lives there too.
const profile = join(data, 'chromium');
mkdirSync(profile, { recursive: true, mode: 0o700 });
app.setPath('userData', profile);

const isOnlyOne = app.requestSingleInstanceLock();
if (isOnlyOne) run();
else app.quit();

function run(): void {
  registerScheme();
  app.enableSandbox();
  const desktop = new Desktop(data);
  const openAll = (argv: readonly string[], cwd: string) => {
    for (const path of filesOf(argv, { cwd, packaged: app.isPackaged })) desktop.open(path);
  };

  openAll(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, cwd) => {
    openAll(argv, cwd);
    desktop.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desktop.open(path);
  });
  // As a terminal's Ctrl+C or the end of a session: what is under way is settled first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

  void app.whenReady().then(() => desktop.start());
}
