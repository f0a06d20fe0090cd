import { ACTION_IDS, ACTIONS, type ActionId } from '../keys/actions.ts';
import { keysOf } from '../keys/keymap.ts';

export type OwnKeys = Record<string, string[]>;

/** The other action that a combination already stands for. */
export function takenBy(own: OwnKeys, combination: string, id: ActionId): ActionId | null {
  return ACTION_IDS.find((other) => other !== id && keysOf(other, own).includes(combination)) ?? null;
}

/** Gives an action a combination, and takes it from every other one. */
export function withKey(own: OwnKeys, id: ActionId, combination: string): OwnKeys {
  let changed = own;
  for (const other of ACTION_IDS)
    if (other !== id && keysOf(other, changed).includes(combination))
      changed = withoutKey(changed, other, combination);
  const keys = keysOf(id, changed);
  return keys.includes(combination) ? changed : set(changed, id, [...keys, combination]);
}

export function withoutKey(own: OwnKeys, id: ActionId, combination: string): OwnKeys {
  return set(
    own,
    id,
    keysOf(id, own).filter((keys) => keys !== combination),
  );
}

/** Gives an action the keys that it came with. */
export function withDefault(own: OwnKeys, id: ActionId): OwnKeys {
  const { [id]: _, ...others } = own;
  return others;
}

export function isChanged(own: OwnKeys, id: ActionId): boolean {
  return own[id] !== undefined;
}

/** The combinations of an action that do something else, since an action before it has them too. */
export function unreachable(own: OwnKeys, id: ActionId): { combination: string; by: ActionId }[] {
  const before = ACTION_IDS.slice(0, ACTION_IDS.indexOf(id));
  return keysOf(id, own).flatMap((combination) => {
    const by = before.find((other) => keysOf(other, own).includes(combination));
    return by ? [{ combination, by }] : [];
  });
}

/** Only what differs from the keys that an action came with is kept as a person's own. */
function set(own: OwnKeys, id: ActionId, keys: string[]): OwnKeys {
  const { keys: original } = ACTIONS[id];
  const same = keys.length === original.length && keys.every((key, index) => key === original[index]);
  return same ? withDefault(own, id) : { ...own, [id]: keys };
}
