import { firstRatingOf } from '../../app/rating-scale.ts';
import { annotateActions } from '../actions/annotate.ts';
import { projectActions } from '../actions/project.ts';
import { readingActions } from '../actions/reading.ts';
import { storyActions } from '../actions/stories.ts';
import { viewActions } from '../actions/view.ts';
import type { Workspace } from '../store/workspace.ts';
import type { ActionId } from './actions.ts';

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

/** Does what a key, a menu entry or an entry of the palette stands for. What cannot be done now does nothing. */
export function runAction(workspace: Workspace, id: ActionId): void {
  void RUNS[id](workspace);
}
