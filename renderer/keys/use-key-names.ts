import { useWorkspaceState } from '../store/context.ts';
import type { ActionId } from './actions.ts';
import { displayKeys, keysOf } from './keymap.ts';

export function isMac(platform: string | undefined): boolean {
  return platform === 'darwin';
}

/** The first keys of an action as they are shown; `''` for one without keys. */
export function useKeyNames(): (id: ActionId) => string {
  const own = useWorkspaceState((state) => state.settings.keys);
  const mac = useWorkspaceState((state) => isMac(state.start?.platform));
  return (id) => {
    const [first] = keysOf(id, own);
    return first === undefined ? '' : displayKeys(first, mac);
  };
}
