import { useWorkspaceState } from '../store/context.ts';

/** Whether `Mod` is the Command key. */
export function useIsMac(): boolean {
  return useWorkspaceState((state) => state.start?.platform === 'darwin');
}
