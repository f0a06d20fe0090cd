import { isMac } from '../keys/use-key-names.ts';
import { useWorkspaceState } from '../store/context.ts';

/** Whether `Mod` is the Command key. */
export function useIsMac(): boolean {
  return useWorkspaceState((state) => isMac(state.start?.platform));
}
