import type { DumpRef } from '../../app/dump-ref.ts';
import { problemFrom } from '../../app/problem.ts';
import type { Dump } from '../dumps/dump.ts';
import { openDump } from '../dumps/open-dump.ts';
import { messageOf } from '../messages.ts';
import { findDump } from '../workbench/dump-finder.ts';
import type { Io } from './arguments.ts';

/** Opens the dumps of a project into `dumps`, by id. One that is missing or cannot be read is said, and left out. */
export async function openDumps(
  dumps: Map<string, Dump>,
  project: { readonly dumps: { values(): Iterable<DumpRef> } },
  projectFile: string,
  io: Io,
): Promise<void> {
  for (const ref of project.dumps.values()) {
    try {
      const found = await findDump(ref, projectFile, async () => true);
      const path = found.kind === 'found' ? found.path : ref.path;
      const dump = await openDump(path, {
        ...(ref.rule ? { rule: ref.rule } : {}),
        ...(ref.reading ? { reading: ref.reading } : {}),
      });
      dumps.set(ref.id, dump);
    } catch (thrown) {
      io.stderr.write(`${messageOf(problemFrom(thrown))}\n`);
    }
  }
}
