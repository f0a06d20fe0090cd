import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { captured } from './lib/child.mjs';
import { stampBuild } from './lib/freshness.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { environment, node } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { thirdPartyText } from './lib/third-party.mjs';
import { tool } from './lib/tools.mjs';

// Built aside and then put in place, so that dist/ is whole at every moment: a program that runs from it, or an
// interrupted build, never meets half of one.
const next = inRoot(`.cache/build-${process.pid}`);

/** main/ and app/ one file a source; the renderer and the sandboxed preload script bundled. */
const STEPS = [
  [tool('tsc'), '-p', 'tsconfig.build.json', '--outDir', next],
  [tool('vite'), 'build', '--outDir', `${next}/renderer`, '--emptyOutDir', '--logLevel', 'warn'],
  [
    tool('vite'),
    'build',
    '--mode',
    'preload',
    '--outDir',
    `${next}/preload`,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ],
];

ensureInstalled();
const startedAt = Date.now();
mkdirSync(next, { recursive: true });
try {
  const results = await Promise.all(
    STEPS.map((args) => captured(node(), args, { env: environment({ NODE_ENV: 'production' }) })),
  );
  const failed = results.filter(({ code }) => code !== 0);
  for (const { output } of results) process.stderr.write(output);
  if (failed.length > 0) process.exitCode = 1;
  else putInPlace();
} finally {
  rmSync(next, { recursive: true, force: true });
}

function putInPlace() {
  renameSync(`${next}/preload/preload.cjs`, `${next}/main/electron/preload.cjs`);
  rmSync(`${next}/preload`, { recursive: true });
  // Found from dist/main/… by the same relative paths as from main/….
  for (const folder of ['sample', 'icons', 'fonts']) {
    const source = inRoot('resources', folder);
    if (existsSync(source)) cpSync(source, `${next}/resources/${folder}`, { recursive: true });
  }
  // In the interface as well, which shows them.
  for (const folder of [next, `${next}/renderer`])
    writeFileSync(`${folder}/THIRD-PARTY.txt`, thirdPartyText());
  const old = `${next}-old`;
  if (existsSync(inRoot('dist'))) renameSync(inRoot('dist'), old);
  renameSync(next, inRoot('dist'));
  rmSync(old, { recursive: true, force: true });
  stampBuild(startedAt);
}
