import type { StoryView } from '../../app/contract.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { ChosenStories, State } from '../store/state.ts';
import type { Workspace } from '../store/workspace.ts';
import { NONE, type Ranges } from './ranges.ts';
import { type Choice, choiceOf } from './use-choice.ts';

/** What is chosen in the list that is shown; null where that is nothing. */
export function chosenNow({ chosen, view }: Pick<State, 'chosen' | 'view'>): ChosenStories | null {
  const holds = chosen && view && chosen.view === view.view && chosen.order === view.order;
  return holds && chosen.ranges.length > 0 ? chosen : null;
}

/** The stories that are chosen in the list that is shown. */
export function useChosenStories(): Choice {
  const workspace = useWorkspace();
  const view = useWorkspaceState((state) => state.view);
  const chosen = useWorkspaceState(chosenNow);
  return choiceIn(workspace, view, chosen);
}

export function choiceIn(workspace: Workspace, view: StoryView | null, chosen: ChosenStories | null): Choice {
  return choiceOf(chosen?.ranges ?? NONE, chosen?.anchor ?? null, view?.count ?? 0, (ranges, anchor) =>
    keep(workspace, view, ranges, anchor),
  );
}

function keep(workspace: Workspace, view: StoryView | null, ranges: Ranges, anchor: number | null): void {
  const chosen = view && ranges.length > 0 ? { view: view.view, order: view.order, ranges, anchor } : null;
  workspace.state.update({ chosen });
}
