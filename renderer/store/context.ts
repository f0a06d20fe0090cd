import { createContext, useContext } from 'react';
import { useSelected } from './observable.ts';
import type { State } from './state.ts';
import type { Workspace } from './workspace.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no workspace around this component');
  return workspace;
}

/** A part of the state; renders again when it changes. */
export function useWorkspaceState<T>(select: (state: State) => T, equal?: (a: T, b: T) => boolean): T {
  return useSelected(useWorkspace().state, select, equal);
}
