import { EVERY_STORY } from '../../../app/contract.ts';
import { showSaved } from '../../filters/saved-filters.ts';
import type { Translator } from '../../i18n/translator.ts';
import { runAction } from '../../keys/run-action.ts';
import { namedQueues } from '../../queue/queue-names.ts';
import { beginQueue } from '../../queue/working.ts';
import { goTo } from '../../store/stepping.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { PaletteTarget } from './entries.ts';

/** Does an action, lists the stories of a tag, goes to a claim or opens a story. */
export function runTarget(workspace: Workspace, target: PaletteTarget, translator: Translator): void {
  switch (target.kind) {
    case 'action':
      runAction(workspace, target.id);
      return;
    case 'queue': {
      const { project } = workspace.state.get().open ?? {};
      const found = project && namedQueues(project, translator).find(({ id }) => id === target.id);
      if (found && !beginQueue(workspace, found.name, found.queue))
        workspace.inform(translator.t('queue.empty'));
      return;
    }
    case 'filter': {
      const saved = workspace.state.get().open?.project.filters.get(target.id);
      if (saved) void showSaved(workspace, saved);
      return;
    }
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
