import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorAt } from '../../app/anchor.ts';
import { BUNDLE_MODES } from '../../app/bundle/manifest.ts';
import { emptyProject, fromData, type Project, toData } from '../../app/project.ts';
import { storyKey } from '../../app/story.ts';
import { verifyBundle } from '../../main/bundle/verify.ts';
import { writeBundle } from '../../main/bundle/write.ts';
import type { Dump } from '../../main/dumps/dump.ts';
import { openDump } from '../../main/dumps/open-dump.ts';
import { refOf } from '../../main/workbench/story-ref.ts';
import { makeDump } from './make-dump.ts';
import { bytesOf } from './measure.ts';

/**
 * Makes and verifies bundles of a project with 1,000 claims on a dump of 1 GB (or of the size given, such as `100MB`), and
 * prints how long that takes and the most memory that was seen. Run with `node tests/bench/bundle.ts`.
 */

const SIZE = bytesOf(process.argv[2] ?? '1GB');
const CLAIMS = 1_000;
const AT = '2025-03-01T09:30:00.000Z';
const VERSION = '0';

const folder = mkdtempSync(join(tmpdir(), 'uratori-bench-'));
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 50);
try {
  const path = join(folder, 'dump.txt');
  makeDump(path, SIZE, 'txt');
  const dump = await openDump(path);
  await dump.ready;
  const project = await projectOn(dump, path);
  const dumps = new Map([['d', dump]]);
  for (const mode of BUNDLE_MODES) {
    const target = join(folder, `${mode}.zip`);
    const about = { project, projectFile: join(folder, 'p.uratori'), dumps, mode, allowMissing: false };
    const { bytes } = await timed(`${mode}: made`, () =>
      writeBundle({ ...about, target, sequence: 0, report: 'en', version: VERSION, madeAt: AT }),
    );
    const { outcome } = await timed(`${mode}: verified`, () => verifyBundle(target, { version: VERSION }));
    console.log(`${mode}: ${(bytes / 1e6).toFixed(1)} MB, ${outcome}`);
  }
  await dump.close();
} finally {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}

async function projectOn(dump: Dump, path: string): Promise<Project> {
  const step = Math.floor(dump.count / CLAIMS);
  const stories = await Promise.all(Array.from({ length: CLAIMS }, (_, index) => dump.read(index * step)));
  const { format, encoding, rule, bytes } = dump;
  const sha256 = await dump.sha256();
  return fromData({
    ...toData(emptyProject('bench', 'Bench', AT)),
    dumps: [{ id: 'd', name: 'dump.txt', path, relativePath: null, sha256, bytes, format, encoding, rule }],
    stories: stories.map((story) => refOf('d', story)),
    claims: stories.map((story, index) => ({
      ...{ id: `c${index}`, storyKey: storyKey('d', story.id), anchors: [anchorAt(story, 0, 8)] },
      ...{ wording: '', claimant: '', ratingId: null, rationale: [], evidence: [], verdicts: [] },
      ...{ carriedFrom: null, createdAt: AT, createdBy: 'bench' },
    })),
  });
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  most = process.memoryUsage.rss();
  const before = most;
  const start = performance.now();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${seconds} s, +${Math.round((most - before) / 2 ** 20)} MiB`);
  return result;
}
