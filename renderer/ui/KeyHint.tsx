import type { ActionId } from '../keys/actions.ts';
import { useKeyNames } from '../keys/use-key-names.ts';

/** The first key of an action as it is set now; nothing where it has none. */
export function KeyHint({ action }: { action: ActionId }) {
  const name = useKeyNames()(action);
  return name === '' ? null : <kbd>{name}</kbd>;
}
