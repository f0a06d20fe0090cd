import { saysElse } from '../../app/likeness/contrast.ts';
import { compareStories } from '../dumps/likeness/compare-stories.ts';
import type { Likeness } from '../dumps/likeness/likeness.ts';
import type { Context, Handlers } from './context.ts';
import { LikenessDesk } from './likeness-desk.ts';

type Calls = 'likeness.counts' | 'likeness.find' | 'likeness.cancel' | 'story.similar';

/** Others that are read and compared at a time: a person goes through them one by one. */
const MOST_COMPARED = 200;
/** To say how many there are: of those that cite the same, so many are read, and the others are taken to say something else. */
const MOST_COUNTED = 20;

/** Stories that say the same as another one, or something else about the same link. */
export function likenessCalls({ desk, events }: Context): Handlers<Calls> {
  const looks = new LikenessDesk(events);
  const targetOf = (dumpId: string) => desk.require().openDump(dumpId);

  return {
    async 'likeness.counts'({ dumpId, ordinal }) {
      const target = targetOf(dumpId);
      const likeness = await looks.known(target);
      if (likeness === null) return { known: false, alike: 0, citing: 0 };
      const alike = Math.max(0, likeness.like(ordinal).length - 1);
      const { links } = await target.dump.read(ordinal);
      const citing = new Set(links.flatMap((link) => othersCiting(likeness, link, ordinal)));
      const compared = await compareStories(target.dump, ordinal, [...citing].slice(0, MOST_COUNTED));
      const others = citing.size > MOST_COUNTED && likeness.isApart(ordinal) ? citing.size - MOST_COUNTED : 0;
      return { known: true, alike, citing: compared.filter(saysElse).length + others };
    },

    async 'likeness.find'({ dumpId }) {
      await looks.find(targetOf(dumpId));
      return null;
    },

    async 'likeness.cancel'({ dumpId }) {
      looks.cancel(targetOf(dumpId).dump);
      return null;
    },

    async 'story.similar'({ dumpId, ordinal }) {
      const { dump } = targetOf(dumpId);
      const likeness = await dump.likeness();
      const alike = [...likeness.like(ordinal)].filter((other) => other !== ordinal);
      const { links } = await dump.read(ordinal);
      const byLink = [];
      const told = new Set<number>();
      for (const link of links) {
        const others = othersCiting(likeness, link, ordinal).filter((other) => !told.has(other));
        const compared = await compareStories(dump, ordinal, others.slice(0, MOST_COMPARED));
        const stories = compared.filter(saysElse);
        for (const story of stories) told.add(story.ordinal);
        if (stories.length > 0) byLink.push({ link, stories });
      }
      return {
        alike: {
          total: alike.length,
          stories: await compareStories(dump, ordinal, alike.slice(0, MOST_COMPARED)),
        },
        links: byLink,
      };
    },
  };
}

/** Near-duplicates among them: with other figures they say something else. */
function othersCiting(likeness: Likeness, link: string, ordinal: number): number[] {
  return [...likeness.citing(link)].filter((other) => other !== ordinal);
}
