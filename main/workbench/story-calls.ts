import type { StoryFilter } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Context, Handlers } from './context.ts';
import { type FoundStories, facetsOf } from './facets.ts';
import type { OpenProject } from './open-project.ts';
import type { ProjectDump } from './project-dump.ts';
import { searchProject } from './project-search.ts';
import { searchOf } from './search-of-filter.ts';
import { linksOfStories } from './story-links.ts';

type Calls =
  | 'stories.view'
  | 'stories.rows'
  | 'stories.place'
  | 'stories.facets'
  | 'stories.links'
  | 'story.read'
  | 'story.find'
  | 'story.locate';

/** Lists of stories, and single ones. */
export function storyCalls({ desk, views }: Context): Handlers<Calls> {
  return {
    async 'stories.view'({ dumpId, ...asked }) {
      const open = desk.require();
      return views.make(open, open.openDump(dumpId), asked);
    },

    'stories.rows': async ({ view, from, count }) => views.get(view).rows(from, count),

    'stories.place': async ({ view, ordinal }) => views.get(view).placeOf(ordinal),

    async 'stories.facets'({ dumpId, ...asked }) {
      const open = desk.require();
      const target = open.openDump(dumpId);
      const list = views.withQueryOf(target, asked.filter);
      const found = list ? list.found : await searched(open, target, asked.filter);
      return facetsOf(asked, open.project, target, found);
    },

    async 'stories.links'({ dumpId, most }) {
      const open = desk.require();
      return linksOfStories(open.project, open.openDump(dumpId), most, open.ending);
    },

    'story.read': async ({ dumpId, ordinal }) => desk.require().openDump(dumpId).dump.read(ordinal),

    async 'story.find'({ dumpId, storyId }) {
      return { ordinal: await desk.require().openDump(dumpId).dump.find(storyId) };
    },

    async 'story.locate'({ storyKey }) {
      const open = desk.require();
      const ref = open.project.stories.get(storyKey);
      if (!ref) throw new UratoriError('command-unknown-target', { what: 'story', id: storyKey });
      const dump = open.dumps.get(ref.dumpId);
      if (!dump?.isOpen) return { ordinal: null };
      const hinted = await dump.places.of(ref);
      if (hinted !== null || dump.dump.complete) return { ordinal: hinted };
      await dump.indexed();
      return { ordinal: await dump.places.of(ref) };
    },
  };
}

/** For who asks without a list of the same query. */
async function searched(
  { project }: OpenProject,
  target: ProjectDump,
  filter: StoryFilter,
): Promise<FoundStories | null> {
  const search = searchOf(filter, project);
  if (search === null) return null;
  const { ordinals } = await searchProject(search, project, target, {});
  return { ordinals, complete: true };
}
