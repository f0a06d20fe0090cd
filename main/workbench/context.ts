import type { CallName, CallParams, CallResults } from '../../app/contract.ts';
import type { Access } from './access.ts';
import type { Desk } from './desk.ts';
import type { DumpSwitch } from './dump-switch.ts';
import type { EventHub } from './events.ts';
import type { HostPort } from './host-port.ts';
import type { MappingMemory } from './mapping-memory.ts';
import type { Openings } from './openings.ts';
import type { ProjectSwitch } from './project-switch.ts';
import type { RecentProjects } from './recent.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Views } from './views.ts';

/** What the handlers of calls share. */
export interface Context {
  readonly dataFolder: string;
  readonly version: string;
  readonly host: HostPort;
  readonly events: EventHub;
  readonly access: Access;
  readonly openings: Openings;
  readonly settings: SettingsFile;
  readonly recent: RecentProjects;
  readonly desk: Desk;
  readonly projects: ProjectSwitch;
  readonly dumps: DumpSwitch;
  readonly views: Views;
  readonly mappings: MappingMemory;
}

/** What carries out a call. `P` are the calls of one area; together the areas make `Handlers<CallName>`. */
export type Handlers<P extends CallName> = {
  [N in P]: (params: CallParams<N>) => Promise<CallResults[N]>;
};
