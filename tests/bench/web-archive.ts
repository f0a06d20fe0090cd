import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDump } from './built.ts';
import { makeWebArchive } from './make-web-archive.ts';
import { bytesOf, run } from './measure.ts';

/** What it takes to spool pages in a web archive, beside unpacking the same file. */
const { values } = parseArgs({ options: { size: { type: 'string', default: '1GB' } } });
const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const path = join(folder, `pages-${values.size}.warc.gz`);
makeWebArchive(path, bytesOf(values.size));

run('gzip', ['-dc', path]);
const gzipMs = run('gzip', ['-dc', path]);
const cacheFolder = mkdtempSync(join(tmpdir(), 'uratori-bench-'));
try {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const dump = await openDump(path, { cacheFolder });
  await dump.read(0);
  const first = performance.now() - start;
  await dump.ready;
  const all = performance.now() - start;
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(
    `Web archive: ${values.size} of pages unpacked, ${Math.round(statSync(path).size / 1e6)} MB packed`,
  );
  console.log(`first story readable                ${first.toFixed(0)} ms`);
  console.log(
    `spooled, ${dump.count.toLocaleString('en')} stories             ${(all / 1000).toFixed(1)} s = ${(all / gzipMs).toFixed(1)} × gzip -dc (${(gzipMs / 1000).toFixed(1)} s)`,
  );
  console.log(
    `peak memory                         ${Math.round(peak / 1e6)} MB (${Math.round(before / 1e6)} MB before)`,
  );
  await dump.close();
  const again = performance.now();
  const reopened = await openDump(path, { cacheFolder });
  await reopened.read(0);
  console.log(`reopened from the cache             ${(performance.now() - again).toFixed(0)} ms`);
  await reopened.close();
} finally {
  rmSync(cacheFolder, { recursive: true, force: true });
}
