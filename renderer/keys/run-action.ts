import { firstRatingOf } from '../../app/rating-scale.ts';
import { alignmentActions } from '../actions/alignment.ts';
import { annotateActions } from '../actions/annotate.ts';
import { checkActions } from '../actions/checks.ts';
import { likenessActions } from '../actions/likeness.ts';
import { projectActions } from '../actions/project.ts';
import { readingActions } from '../actions/reading.ts';
import { storyActions } from '../actions/stories.ts';
import { suggestionActions } from '../actions/suggestions.ts';
import { viewActions } from '../actions/view.ts';
import type { Workspace } from '../store/workspace.ts';
import { ACTIONS, type ActionId } from './actions.ts';

export type Run = (workspace: Workspace) => unknown;

const rateByPlace =
  (place: number): Run =>
  ({ rate, state }) => {
    const rating = state.get().open?.project.scale.ratings[place - 1];
    return rating ? rate(rating.id) : undefined;
  };
const rateByOutcome =
  (outcome: 'verified' | 'disputed'): Run =>
  ({ rate, state }) => {
    const scale = state.get().open?.project.scale;
    const rating = scale && firstRatingOf(scale, outcome);
    return rating ? rate(rating.id) : undefined;
  };

const RUNS: Record<ActionId, Run> = {
  ...storyActions,
  ...readingActions,
  ...annotateActions,
  ...suggestionActions,
  ...likenessActions,
  ...checkActions,
  ...alignmentActions,
  ...projectActions,
  ...viewActions,
  verified: rateByOutcome('verified'),
  disputed: rateByOutcome('disputed'),
  'rating-1': rateByPlace(1),
  'rating-2': rateByPlace(2),
  'rating-3': rateByPlace(3),
  'rating-4': rateByPlace(4),
  'rating-5': rateByPlace(5),
  'rating-6': rateByPlace(6),
  'rating-7': rateByPlace(7),
  'rating-8': rateByPlace(8),
  'rating-9': rateByPlace(9),
  'no-rating': ({ rate }) => rate(null),
};

function changesProject(id: ActionId): boolean {
  const { group } = ACTIONS[id];
  return group === 'annotate' || group === 'verdict' || id === 'undo' || id === 'redo';
}

/** What is still being done, by workspace. */
const running = new WeakMap<Workspace, Promise<unknown>>();

/**
 * Does what a key, a menu entry or an entry of the palette stands for. What cannot be done now does nothing. Actions
 * wait for the one before them: who types `j`, `c`, `d` fast means the next story, its claim, that claim's verdict.
 */
export function runAction(workspace: Workspace, id: ActionId): void {
  const { open } = workspace.state.get();
  if (open?.readOnly && changesProject(id)) {
    workspace.report({ code: 'project-read-only', params: { path: open.file } });
    return;
  }
  const { group } = ACTIONS[id];
  // From the palette: what is done to a story is seen there.
  if (group !== 'project' && group !== 'view') workspace.state.update({ mainView: 'reading' });
  inTurn(workspace, RUNS[id]);
}

/** Does something of the kind of an action when those before it are done. */
export function inTurn(workspace: Workspace, run: Run): void {
  const before = running.get(workspace);
  // At once where nothing is under way, so that a dialog is there before the next key.
  const done = before ? before.then(() => run(workspace)) : run(workspace);
  if (!(done instanceof Promise)) return;
  const settled = done
    .catch(() => undefined)
    .finally(() => {
      if (running.get(workspace) === settled) running.delete(workspace);
    });
  running.set(workspace, settled);
}
