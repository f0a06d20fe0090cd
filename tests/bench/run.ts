import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { USUAL_MATCHING } from '../../app/search/query.ts';
import { openDump } from './built.ts';
import { type DumpKind, makeDump } from './make-dump.ts';
import { bytesOf, median, ms, ratio, run } from './measure.ts';
import { measureSearches } from './searches.ts';

/** The same stories as plain text and as JSON lines, each beside what other programs take for the same file. */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1GB' },
    runs: { type: 'string', default: '5' },
    kinds: { type: 'string', default: 'txt,jsonl' },
  },
});
const runs = Number(values.runs);
/** Common enough that every part of the dump has some, rare enough that a screenful is not the first line. */
const QUERY = '風力発電所の予算案';
const SEARCH = {
  query: { scope: 'text', wanted: { kind: 'text', text: QUERY, exact: true } },
  matching: USUAL_MATCHING,
} as const;
const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
const TITLES: Record<DumpKind, string> = { txt: 'plain text', jsonl: 'JSON lines' };

console.log(`Dumps: ${values.size}, ${cpus().length} cores, median of ${runs} runs, page cache warm`);
for (const kind of values.kinds.split(',') as DumpKind[]) await measure(kind);

interface Opening {
  first: number;
  full: number;
  /** The first search after opening, and the second one: by then the machine code of the searching is there. */
  firstSearch: number;
  search: number;
  screenful: number;
  cached: number;
  rows: number;
  hits: number;
  /** Bytes a story. */
  memory: number;
}

async function measure(kind: DumpKind): Promise<void> {
  const path = join(folder, `dump-${values.size}.${kind}`);
  const stories = makeDump(path, bytesOf(values.size), kind);
  const wc: number[] = [];
  const rg: number[] = [];
  const openings: Opening[] = [];
  // Once for the page cache.
  run('wc', ['-l', path]);
  for (let turn = 0; turn < runs; turn++) {
    wc.push(run('wc', ['-l', path]));
    if (hasRipgrep) rg.push(run('rg', ['-c', '-F', QUERY, path]));
    openings.push(await measureOpening(path));
  }
  const { rows, hits, memory } = openings[0] as Opening;
  const of = (what: 'first' | 'full' | 'firstSearch' | 'search' | 'screenful' | 'cached') =>
    median(openings.map((opening) => opening[what]));
  const table: [what: string, value: string, aim: string][] = [
    ['wc -l', ms(median(wc)), ''],
    ['first story readable', ms(of('first')), '300 ms'],
    [
      `full index, ${rows.toLocaleString('en')} stories`,
      `${ms(of('full'))} = ${ratio(of('full'), wc)} × wc -l`,
      '6 × wc -l',
    ],
    ['memory of the index', `${memory.toFixed(1)} bytes a story`, '64 bytes a story'],
    ['reopen from cache, first story', ms(of('cached')), '100 ms'],
    ['first search after opening', ms(of('firstSearch')), ''],
    ['rg -c', hasRipgrep ? ms(median(rg)) : 'ripgrep is not installed', ''],
    [
      `search, ${hits.toLocaleString('en')} hits`,
      `${ms(of('search'))}${hasRipgrep ? ` = ${ratio(of('search'), rg)} × rg -c` : ''}`,
      '4 × rg -c',
    ],
    ['search, first 50 hits', ms(of('screenful')), '50 ms'],
  ];
  console.log(`\n${TITLES[kind]}`);
  for (const [what, value, aim] of table)
    console.log(`${what.padEnd(36)}${value.padEnd(30)}${aim && `aim: ${aim}`}`);
  const dump = await openDump(path);
  await dump.ready;
  await measureSearches(dump, path, runs, hasRipgrep);
  await dump.close();
  if (Math.abs(rows / stories - 1) > 0.001) throw new Error(`${stories} stories were written, ${rows} found`);
}

async function measureOpening(path: string): Promise<Opening> {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'uratori-bench-'));
  try {
    const start = performance.now();
    const dump = await openDump(path, { cacheFolder });
    await dump.read(0);
    const first = performance.now() - start;
    await dump.ready;
    const full = performance.now() - start;
    const rows = dump.count;
    // The last story's id knows all stories before it: from here on nothing more is remembered.
    await dump.read(rows - 1);
    const memory = dump.memoryBytes / rows;

    const searchingFirst = performance.now();
    const { hits } = await dump.search(SEARCH);
    const firstSearch = performance.now() - searchingFirst;
    const searching = performance.now();
    await dump.search(SEARCH);
    const search = performance.now() - searching;
    const looking = performance.now();
    await dump.search(SEARCH, { limit: 50 });
    const screenful = performance.now() - looking;
    await dump.close();

    const again = performance.now();
    const reopened = await openDump(path, { cacheFolder });
    await reopened.read(0);
    if (!reopened.complete) throw new Error('the cache was not used');
    const cached = performance.now() - again;
    await reopened.close();
    return { first, full, firstSearch, search, screenful, cached, rows, hits, memory };
  } finally {
    rmSync(cacheFolder, { recursive: true });
  }
}
