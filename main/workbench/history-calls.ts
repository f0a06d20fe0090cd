import type { Command } from '../../app/commands.ts';
import { restoreStory } from '../../app/history/restore-story.ts';
import { type Project, toData } from '../../app/project.ts';
import { diffProjects, isEmpty } from '../../app/project-diff.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Context, Handlers } from './context.ts';
import { HistoryIndex } from './history-index.ts';
import { historyPage } from './history-page.ts';
import type { OpenProject } from './open-project.ts';
import { signed } from './project-calls.ts';

type Calls = 'history.page' | 'history.restore';

/** What was done to the project, and how it was before. */
export function historyCalls({ desk, settings }: Context): Handlers<Calls> {
  const indexes = new WeakMap<OpenProject, HistoryIndex>();
  const indexOf = (open: OpenProject) => {
    const known = indexes.get(open) ?? new HistoryIndex();
    indexes.set(open, known);
    return known;
  };
  return {
    async 'history.page'(wanted) {
      const open = desk.require();
      const past = await open.store.past();
      const index = indexOf(open);
      await index.follow(past, (id) => ownerIn(open.project, id));
      return {
        ...historyPage(past, index, open.project, wanted),
        restorableFrom: await open.store.earliest(past),
      };
    },

    async 'history.restore'({ sequence, storyKey }) {
      const open = desk.require();
      return open.track(async () => {
        for (;;) {
          const command = await restoring(open, sequence, storyKey);
          if (command === 'moved on') continue;
          return command && open.store.execute(command, signed(settings));
        }
      });
    },
  };
}

/** The change that restores an earlier state; null where there is nothing to change. */
async function restoring(
  open: OpenProject,
  sequence: number,
  storyKey: StoryKey | null,
): Promise<Command | null | 'moved on'> {
  const { store } = open;
  const { project, back, from } = await store.stateAt(await store.past(), sequence);
  // Something was changed while the past was read.
  if (store.sequence !== from) return 'moved on';
  if (storyKey !== null) return restoreStory(store.project, project, storyKey);
  if (back.length === 0 || isEmpty(diffProjects(toData(store.project), toData(project)))) return null;
  return { type: 'batch', commands: back };
}

function ownerIn(project: Project, id: string): StoryKey | undefined {
  return (project.claims.get(id) ?? project.taggings.get(id) ?? project.notes.get(id))?.storyKey;
}
