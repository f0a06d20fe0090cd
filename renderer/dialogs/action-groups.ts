import { ACTION_IDS, ACTIONS, type ActionDefinition, type ActionId } from '../keys/actions.ts';

export type ActionGroup = ActionDefinition['group'];

/** The actions under the headings of the key sheet, in its order. */
export function actionGroups(): { group: ActionGroup; actions: ActionId[] }[] {
  const groups = new Map<ActionGroup, ActionId[]>();
  for (const id of ACTION_IDS) {
    const { group } = ACTIONS[id];
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups].map(([group, actions]) => ({ group, actions }));
}
