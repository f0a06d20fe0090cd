import { EVERY_STORY } from '../../../app/contract.ts';
import { runAction } from '../../keys/run-action.ts';
import { goTo } from '../../store/stepping.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { PaletteTarget } from './entries.ts';

/** Does an action, lists the stories of a tag, goes to a claim or opens a story. */
export function runTarget(workspace: Workspace, target: PaletteTarget): void {
  switch (target.kind) {
    case 'action':
      runAction(workspace, target.id);
      return;
    case 'tag':
      void workspace.filterStories({ ...EVERY_STORY, tags: [target.id] });
      return;
    case 'claim':
      void goTo(workspace, { kind: 'claim', id: target.id }, target.storyKey);
      return;
    case 'story':
      void workspace.openStory(target.ordinal);
      return;
    default:
      assertNever(target);
  }
}

function assertNever(target: never): never {
  throw new Error(`not in the palette: ${JSON.stringify(target)}`);
}
