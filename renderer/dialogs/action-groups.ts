import { ACTION_IDS, ACTIONS, type ActionDefinition, type ActionId } from '../keys/actions.ts';

export type ActionGroup = ActionDefinition['group'];

/** Actions under the headings of the key sheet, in its order. */
export function actionGroups(
  ids: readonly ActionId[] = ACTION_IDS,
): { group: ActionGroup; actions: ActionId[] }[] {
  const groups = new Map<ActionGroup, ActionId[]>();
  for (const id of ids) {
    const { group } = ACTIONS[id];
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups].map(([group, actions]) => ({ group, actions }));
}
