import type { Command, CommandOf, SingleCommand } from '../commands.ts';
import type { Project } from '../project.ts';

export interface Applied {
  project: Project;
  /** The command that brings the project back to what it was. */
  inverse: Command;
}

/** How each of some types of command is applied. One file a subject; `apply.ts` joins them. */
export type Appliers<T extends SingleCommand['type']> = {
  [K in T]: (project: Project, command: CommandOf<K>) => Applied;
};
