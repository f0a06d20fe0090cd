import type { ReviewState } from '../../app/review.ts';
import { signOffFindings } from '../../app/sign-off.ts';
import { reviewOf } from '../../app/story-annotations.ts';
import { keyOf, markReview } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';

/**
 * Puts the open story into a state. A sign-off that something stands in the way of is shown first, and who reopens a
 * story that was signed off says why.
 */
export async function reviewStory(workspace: Workspace, state: ReviewState): Promise<void> {
  const desk = workspace.desk();
  if (!desk) return;
  const key = keyOf(desk);
  const before = reviewOf(desk.project, key);
  const reopens = before === 'signed-off' && state !== 'signed-off';
  // Who looked at a story is the point of a review: without a name there is none.
  if (desk.reviewer === '' && (state !== 'unread' || reopens))
    return workspace.show({ kind: 'reviewer', onNamed: () => void reviewStory(workspace, state) });
  if (reopens) return workspace.show({ kind: 'reopen', state, onReopened: () => undefined });
  if (state === 'signed-off' && signOffFindings(desk.project, key, desk.reviewer).length > 0)
    return workspace.show({ kind: 'sign-off' });
  await workspace.execute(markReview(desk, state));
}
