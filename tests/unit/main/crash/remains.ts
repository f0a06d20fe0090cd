import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parse } from '../../../../app/project.ts';

/** What a killed process left beside a project file: in the middle of what it was. */
export interface Remains {
  /** Temporary files: while a snapshot, a backup or a compacted journal was being written. */
  temporaries: number;
  /** A backup number is missing below another: while the backups were being rotated. */
  rotating: boolean;
  /** The journal has what the file does not have yet: before a snapshot. */
  unsaved: boolean;
  /** The journal reaches further back than the oldest backup: before a compaction. */
  uncompacted: boolean;
}

/** Reads the files as they are, with nothing of the store; throws where the project file is not a whole one. */
export async function remainsOf(file: string): Promise<Remains> {
  const names = await readdir(dirname(file));
  const { sequence } = parse(JSON.parse(await readFile(file, 'utf8')));
  const backups = [1, 2, 3, 4, 5].filter((number) => names.includes(`${basename(file)}.backup-${number}`));
  const oldest = parse(JSON.parse(await readFile(`${file}.backup-${backups.at(-1)}`, 'utf8')));
  const journal = (await readFile(`${file}.journal`, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  const first = sequenceOf(journal[0]);
  const last = sequenceOf(journal.at(-1));
  return {
    temporaries: names.filter((name) => name.endsWith('.tmp')).length,
    rotating: backups.length !== backups.at(-1),
    unsaved: last > sequence,
    uncompacted: journal.length > 0 && first <= oldest.sequence,
  };
}

function sequenceOf(line: string | undefined): number {
  return Number(/^\{"sequence":(\d+)/u.exec(line ?? '')?.[1] ?? 0);
}
