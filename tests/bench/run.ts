import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDump } from '../../main/dumps/open-dump.ts';
import { makeDump } from './make-dump.ts';
import { bytesOf, median, ms, ratio, run } from './measure.ts';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '1GB' }, runs: { type: 'string', default: '5' } },
});
const bytes = bytesOf(values.size);
const runs = Number(values.runs);
/** Common enough that every part of the dump has some, rare enough that a screenful is not the first line. */
const QUERY = '風力発電所の予算案';
const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const path = join(folder, `dump-${values.size}.txt`);

console.log(`Dump: ${values.size}, ${cpus().length} cores, median of ${runs} runs, page cache warm`);
const stories = makeDump(path, bytes);

const wcMs: number[] = [];
const rgMs: number[] = [];
const opening = {
  first: [] as number[],
  full: [] as number[],
  search: [] as number[],
  screenful: [] as number[],
  cached: [] as number[],
};
let rows = 0;
let hits = 0;
let memory = 0;
const hasRipgrep = spawnSync('rg', ['--version']).status === 0;

// Once for the page cache.
run('wc', ['-l', path]);
for (let turn = 0; turn < runs; turn++) {
  wcMs.push(run('wc', ['-l', path]));
  if (hasRipgrep) rgMs.push(run('rg', ['-c', '-F', QUERY, path]));
  await measureOpening();
}

const full = median(opening.full);
const search = median(opening.search);
const table: [what: string, value: string, aim: string][] = [
  ['wc -l', ms(median(wcMs)), ''],
  ['first story readable', ms(median(opening.first)), '300 ms'],
  [
    `full index, ${rows.toLocaleString('en')} stories`,
    `${ms(full)} = ${ratio(full, wcMs)} × wc -l`,
    '6 × wc -l',
  ],
  ['memory of the index', `${memory.toFixed(1)} bytes a story`, '64 bytes a story'],
  ['reopen from cache, first story', ms(median(opening.cached)), '100 ms'],
  ['rg -c', hasRipgrep ? ms(median(rgMs)) : 'ripgrep is not installed', ''],
  [
    `search, ${hits.toLocaleString('en')} hits`,
    `${ms(search)}${hasRipgrep ? ` = ${ratio(search, rgMs)} × rg -c` : ''}`,
    '4 × rg -c',
  ],
  ['search, first 50 hits', ms(median(opening.screenful)), '50 ms'],
];
for (const [what, value, aim] of table)
  console.log(`${what.padEnd(36)}${value.padEnd(30)}${aim && `aim: ${aim}`}`);
if (Math.abs(rows / stories - 1) > 0.001) throw new Error(`${stories} stories were written, ${rows} found`);

async function measureOpening(): Promise<void> {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'uratori-bench-'));
  try {
    const start = performance.now();
    const dump = await openDump(path, { cacheFolder });
    await dump.read(0);
    opening.first.push(performance.now() - start);
    await dump.ready;
    opening.full.push(performance.now() - start);
    rows = dump.count;
    // The last story's id knows all stories before it: from here on nothing more is remembered.
    await dump.read(dump.count - 1);
    memory = dump.memoryBytes / dump.count;

    let searching = performance.now();
    let _screenful = 0;
    const found = await dump.search(QUERY, {
      onHits: () => {
        _screenful ||= performance.now() - searching;
      },
    });
    opening.search.push(performance.now() - searching);
    hits = found.hits;
    searching = performance.now();
    await dump.search(QUERY, { limit: 50 });
    opening.screenful.push(performance.now() - searching);
    await dump.close();

    const again = performance.now();
    const cached = await openDump(path, { cacheFolder });
    await cached.read(0);
    if (!cached.complete) throw new Error('the cache was not used');
    opening.cached.push(performance.now() - again);
    await cached.close();
  } finally {
    rmSync(cacheFolder, { recursive: true });
  }
}
