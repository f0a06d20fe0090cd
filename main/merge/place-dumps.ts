import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from '../../app/commands.ts';
import type { DumpRef } from '../../app/dump-ref.ts';
import { relativeToProject } from '../workbench/project-place.ts';

/** Where the two project files stand, and which paths may be read: theirs may name anything. */
interface Places {
  mine: string;
  theirs: string;
  mayRead(path: string): boolean | Promise<boolean>;
}

/**
 * The merge with the dumps that come from theirs put where they are for mine: where their file says, as it stands now,
 * else beside my file under its name. There it is looked for, and asked for where it is not.
 */
export async function withDumpsPlaced(command: Command, places: Places): Promise<Command> {
  if (command.type === 'batch')
    return {
      ...command,
      commands: await Promise.all(command.commands.map((part) => withDumpsPlaced(part, places))),
    };
  if (command.type !== 'dump.add') return command;
  return { ...command, dump: await placed(command.dump, places) };
}

async function placed(dump: DumpRef, { mine, theirs, mayRead }: Places): Promise<DumpRef> {
  const { path, relativePath } = dump;
  const named = [...(relativePath === null ? [] : [resolve(dirname(theirs), relativePath)]), resolve(path)];
  const seen = await Promise.all(named.map(async (each) => (await mayRead(each)) && (await exists(each))));
  const found = named.find((_, at) => seen[at]) ?? join(dirname(mine), basename(dump.name));
  return { ...dump, path: found, relativePath: relativeToProject(mine, found) };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
