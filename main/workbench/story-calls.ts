import { UratoriError } from '../../app/problem.ts';
import type { Context, Handlers } from './context.ts';
import { facetsOf } from './facets.ts';

type Calls =
  | 'stories.view'
  | 'stories.rows'
  | 'stories.place'
  | 'stories.facets'
  | 'story.read'
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

    'stories.facets': async ({ dumpId }) => facetsOf(desk.require().openDump(dumpId).dump),

    'story.read': async ({ dumpId, ordinal }) => desk.require().openDump(dumpId).dump.read(ordinal),

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
