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

/** The paths of dumps that a command brings into the project. */
export function dumpPathsIn(command: Command): string[] {
  return [...singleCommands(command)].flatMap((single) => {
    if (single.type === 'dump.add') return [single.dump.path];
    if (single.type === 'dump.edit' && single.changes.path !== undefined) return [single.changes.path];
    return [];
  });
}
