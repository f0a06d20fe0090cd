import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { membersOf } from '../../main/dumps/likeness/groups.ts';
import type { Likeness } from '../../main/dumps/likeness/likeness.ts';
import { sharedLikeness } from '../../main/dumps/likeness/shared-likeness.ts';
import { openDump } from '../../main/dumps/open-dump.ts';
import { makeDump } from './make-dump.ts';
import { bytesOf, median, ms, ratio, run } from './measure.ts';
import { Random } from './random.ts';
import { RETELLINGS, retold } from './retold.ts';

/**
 * Near-duplicates across a dump of seeded stories, of which some are retold at its end: time, memory, and how many of
 * the planted pairs are found, beside `wc -l` and `rg -c` on the same file.
 */
const { values } = parseArgs({
  options: { size: { type: 'string', default: '1GB' }, retold: { type: 'string', default: '6000' } },
});
const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const base = join(folder, `dump-${values.size}.txt`);
const path = join(folder, `dump-${values.size}-retold-${values.retold}.txt`);
const stories = makeDump(base, bytesOf(values.size), 'txt');
const wanted = Number(values.retold);

/** By place among those at the end: which story is retold. */
const originals = Array.from({ length: wanted }, (_, index) => Math.floor((index * stories) / wanted));

if (!existsSync(path)) {
  const random = new Random(20250414);
  const dump = await openDump(base);
  await dump.ready;
  copyFileSync(base, `${path}.tmp`);
  for (const [index, ordinal] of originals.entries()) {
    const { text } = await dump.read(ordinal);
    const how = RETELLINGS[index % RETELLINGS.length] ?? 'as it is';
    appendFileSync(`${path}.tmp`, `${retold(text.trimEnd(), how, random)}\n`);
  }
  await dump.close();
  renameSync(`${path}.tmp`, path);
}

run('wc', ['-l', path]);
const wc = [1, 2, 3].map(() => run('wc', ['-l', path]));
const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
const rg = hasRipgrep ? [1, 2, 3].map(() => run('rg', ['-c', '風力発電所の予算案', path])) : [];

const dump = await openDump(path);
await dump.ready;
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const look = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const start = performance.now();
const likeness = await dump.likeness();
const took = performance.now() - start;
clearInterval(look);

const { bins } = sharedLikeness(dump.count, 512 << 20);
console.log(
  `${dump.count.toLocaleString('en')} stories, ${Math.round(statSync(path).size / 1e6)} MB of plain text`,
);
console.log(`near-duplicates found:  ${ms(took)} = ${ratio(took, wc)} × wc -l (${ms(median(wc))})`);
if (rg.length > 0) console.log(`                        ${ratio(took, rg)} × rg -c (${ms(median(rg))})`);
const perStory = (bytes: number) => `${Math.round(bytes / dump.count)} bytes a story`;
console.log(
  `memory while looking:   +${Math.round((peak - before) / 2 ** 20)} MiB at most = ${perStory(peak - before)}, signatures ${bins}`,
);
console.log(`memory of what is found: ${perStory(likeness.memoryBytes)}`);
console.log(
  `clusters:               ${likeness.clusterCount.toLocaleString('en')} with ${likeness.clusters.members.length.toLocaleString('en')} stories`,
);
tell(likeness);
await dump.close();

/** Recall by the way of retelling; and clusters that have more than an original and what retells it. */
function tell(found: Likeness): void {
  const counts = RETELLINGS.map(() => ({ found: 0, all: 0 }));
  for (const [index, original] of originals.entries()) {
    const count = counts[index % counts.length] as { found: number; all: number };
    count.all += 1;
    if (found.like(original).includes(stories + index)) count.found += 1;
  }
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  const hits = counts.reduce((sum, count) => sum + count.found, 0);
  console.log(
    `recall:                 ${((100 * hits) / all).toFixed(2)} % of ${all.toLocaleString('en')} planted pairs`,
  );
  for (const [index, how] of RETELLINGS.entries())
    console.log(
      `  ${how.padEnd(28)}${((100 * (counts[index]?.found ?? 0)) / (counts[index]?.all ?? 1)).toFixed(2)} %`,
    );
  let pairs = 0;
  for (let cluster = 0; cluster < found.clusterCount; cluster += 1)
    pairs += membersOf(found.clusters, cluster).length - 1;
  console.log(
    `precision:              ${((100 * hits) / Math.max(1, pairs)).toFixed(2)} % of ${pairs.toLocaleString('en')} pairs found were planted`,
  );
}
