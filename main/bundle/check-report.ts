import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Manifest } from '../../app/bundle/manifest.ts';
import { REPORT } from '../../app/bundle/paths.ts';
import type { Project } from '../../app/project.ts';
import type { DumpsAtHand } from '../export/dumps-at-hand.ts';
import { bundleReport } from './bundle-report.ts';
import type { CheckList } from './check-list.ts';
import { ICU } from './write.ts';

/**
 * Holds a report against the bundle that it is in: it names the dumps by their hashes; and the program, if it is the
 * one that made it, makes the same one again.
 */
export async function checkReport(given: {
  manifest: Manifest;
  project: Project;
  dumps: DumpsAtHand;
  checks: CheckList;
  /** Of the program that verifies. */
  version: string;
  /** Where the report is. */
  file: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { manifest, project, dumps, checks, version, file, signal } = given;
  checks.looked('report');
  for (const { name, sha256 } of manifest.dumps)
    if (sha256 !== null && !(await holds(file, sha256)))
      checks.failed('report', { code: 'bundle-report-other-dump', params: { file: REPORT, dump: name } });
  const { madeWith, madeAt, report } = manifest;
  if (report === null) return;
  if (madeWith.uratori !== version || madeWith.icu !== ICU) {
    const [made, here] = [`${madeWith.uratori} (ICU ${madeWith.icu})`, `${version} (ICU ${ICU})`];
    checks.skipped('report', { code: 'bundle-report-not-comparable', params: { made, here } });
    return;
  }
  const hash = createHash('sha256');
  for await (const chunk of bundleReport({ project, dumps, locale: report.locale, version, madeAt })) {
    signal?.throwIfAborted();
    hash.update(chunk);
  }
  const sha256 = hash.digest('hex');
  if (manifest.files.find(({ path }) => path === REPORT)?.sha256 !== sha256)
    checks.failed('report', { code: 'bundle-report-differs', params: { file: REPORT } });
}

/** Whether a file has a word of ASCII in it. */
async function holds(path: string, word: string): Promise<boolean> {
  let tail = '';
  for await (const chunk of createReadStream(path)) {
    const text = tail + (chunk as Buffer).toString('latin1');
    if (text.includes(word)) return true;
    tail = text.slice(-word.length);
  }
  return false;
}
