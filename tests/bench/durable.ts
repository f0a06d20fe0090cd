import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Claim } from '../../app/claim.ts';
import { emptyProject, fromData, type Project, toData } from '../../app/project.ts';
import { createProject } from '../../main/project/create-project.ts';
import { openProject } from '../../main/project/open-project.ts';

/**
 * One command made durable in a project of 100,000 annotations, beside a bare append and fsync of as many bytes in
 * the same folder: `node tests/bench/durable.ts [annotations]`. And what snapshots do to whoever types meanwhile.
 */
const ANNOTATIONS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 200;
const T0 = '2025-02-08T10:30:00.000Z';

function largeProject(): Project {
  const quote = '円相場は対ドルで一時150円台';
  const context = 'あ'.repeat(32);
  const stories = Array.from({ length: ANNOTATIONS / 10 }, (_, n) => ({
    dumpId: 'dump',
    storyId: `story-${n}`,
    ordinal: n,
    byteStart: n * 1000,
    byteEnd: n * 1000 + 999,
    source: { name: '架空通信', handle: 'kakuu' },
    publishedAt: '2025-02-08',
    lang: 'ja',
    lead: quote,
  }));
  const claims = Array.from(
    { length: ANNOTATIONS },
    (_, n): Claim => ({
      id: `${(n * 2_654_435_761) % 4_294_967_296}-${n}`,
      storyKey: `dump/story-${n % stories.length}`,
      anchors: [{ segment: 0, start: n, end: n + quote.length, quote, prefix: context, suffix: context }],
      wording: quote,
      claimant: '架空通信',
      ratingId: 'disputed',
      verdicts: [],
      carriedFrom: null,
      rationale: [{ kind: 'paragraph', children: [{ text: context }] }],
      evidence: [],
      createdAt: T0,
      createdBy: '山田',
    }),
  );
  const dump = { id: 'dump', name: 'd', path: '/d', relativePath: null, sha256: null, bytes: 1 };
  return fromData({
    ...toData(emptyProject('bench', 'Bench', T0)),
    dumps: [{ ...dump, format: 'plain-text', encoding: 'utf-8', rule: null }],
    stories,
    claims,
  });
}

async function times(task: (n: number) => Promise<unknown>): Promise<string> {
  const all: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const began = performance.now();
    await task(n);
    all.push(performance.now() - began);
  }
  all.sort((a, b) => a - b);
  const at = (share: number) => `${(all[Math.floor(ROUNDS * share)] as number).toFixed(2)} ms`;
  return `median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(0.999)}`;
}

async function timed<T>(name: string, task: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const result = await task();
  delay.disable();
  const [took, held] = [performance.now() - began, delay.max / 1e6];
  console.log(`${name}: ${took.toFixed(0)} ms, others held up ${held.toFixed(1)} ms at most`);
  return result;
}

const folder = await mkdtemp(join(tmpdir(), 'uratori-bench-'));
try {
  const file = join(folder, 'bench.uratori');
  const project = largeProject();
  const store = await createProject(file, project);
  const ids = [...project.claims.keys()];
  const edit = (n: number) =>
    store.execute({ type: 'claim.edit', claimId: ids[n] as string, changes: { wording: `新しい文 ${n}` } });

  const bare = await open(join(folder, 'bare'), 'w');
  const line = Buffer.alloc(200, 'x');
  console.log(`${ANNOTATIONS} annotations`);
  console.log(
    `bare append and fsync:     ${await times((n) => bare.write(line, 0, 200, n * 200).then(() => bare.datasync()))}`,
  );
  console.log(`a command made durable:    ${await times(edit)}`);
  console.log(
    `bare append and fsync:     ${await times((n) => bare.write(line, 0, 200, n * 200).then(() => bare.datasync()))}`,
  );
  await bare.close();
  await timed('snapshot with backup', () => store.flush());
  await edit(1);
  await timed('snapshot', () => store.flush());
  await edit(2);
  const saving = store.flush();
  console.log(`a command during snapshot: ${await times(edit)}`);
  await saving;
  await timed('10,000 commands at once', () => Promise.all(ids.slice(0, 10_000).map((_, n) => edit(n))));
  await store.close();
  await timed('open', async () => (await openProject(file)).close());
} finally {
  await rm(folder, { recursive: true, force: true });
}
