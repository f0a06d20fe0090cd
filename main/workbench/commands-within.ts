import { dirname, resolve } from 'node:path';
import type { Command, SingleCommand } from '../../app/commands.ts';

/** The single changes of a command, in order. */
export function* singleCommands(command: Command): Generator<SingleCommand> {
  if (command.type !== 'batch') yield command;
  else for (const part of command.commands) yield* singleCommands(part);
}

/** Whether it changes which dumps the project has, or where they are and how they are split. */
export function touchesDumps(command: Command): boolean {
  return singleCommands(command).some(({ type }) => type.startsWith('dump.'));
}

/** The absolute or given paths of dumps that a command brings into the project of a file. */
export function dumpPathsIn(command: Command, projectFile: string): string[] {
  const folder = dirname(projectFile);
  return [...singleCommands(command)].flatMap((single) => {
    const brought =
      single.type === 'dump.add' ? single.dump : single.type === 'dump.edit' ? single.changes : {};
    const { path, relativePath } = brought;
    return [
      ...(path === undefined ? [] : [path]),
      ...(relativePath === undefined || relativePath === null ? [] : [resolve(folder, relativePath)]),
    ];
  });
}
