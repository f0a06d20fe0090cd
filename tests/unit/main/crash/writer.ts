import { writeSync } from 'node:fs';
import { openProject } from '../../../../main/project/open-project.ts';
import { PACE } from '../../../../main/project/pace.ts';
import { commandOf } from './script.ts';

/**
 * Works on several projects at once until it is killed, with a snapshot, a backup and a compaction after every few
 * commands. Writes `<place in the arguments> <sequence>` once a command is acknowledged.
 */
const pace = { ...PACE, snapshotDelay: 0, snapshotShare: 1, backupSpacing: 0 };

async function work(file: string, place: number): Promise<void> {
  const store = await openProject(file, { pace });
  if (store.readOnly) throw new Error(`not for writing: ${JSON.stringify(store.notices)}`);
  for (let asked = store.sequence; ; ) {
    // Now one, now several that share an fsync.
    const group = Array.from({ length: 1 + (asked % 4) }, () => store.execute(commandOf(++asked)));
    for (const { sequence } of await Promise.all(group)) writeSync(1, `${place} ${sequence}\n`);
  }
}

await Promise.all(process.argv.slice(2).map(work));
