import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDump } from './built.ts';
import { makeDump } from './make-dump.ts';
import { bytesOf, median, ms, ratio, run } from './measure.ts';

/** How the cost of indexing plain text grows with the dump, beside `wc -l` on the same files. */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10MB,100MB,1GB,2GB' },
    runs: { type: 'string', default: '3' },
  },
});
const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));

console.log('size     stories      wc -l      first story   whole index');
for (const size of values.sizes.split(',')) {
  const path = join(folder, `dump-${size}.txt`);
  makeDump(path, bytesOf(size), 'txt');
  run('wc', ['-l', path]);
  const wc: number[] = [];
  const first: number[] = [];
  const full: number[] = [];
  let stories = 0;
  for (let turn = 0; turn < Number(values.runs); turn++) {
    wc.push(run('wc', ['-l', path]));
    const start = performance.now();
    const dump = await openDump(path);
    await dump.read(0);
    first.push(performance.now() - start);
    await dump.ready;
    full.push(performance.now() - start);
    stories = dump.count;
    await dump.close();
  }
  console.log(
    `${size.padEnd(9)}${stories.toLocaleString('en').padEnd(13)}${ms(median(wc)).padEnd(11)}${ms(median(first)).padEnd(14)}${ms(median(full))} = ${ratio(median(full), wc)} × wc -l`,
  );
}
