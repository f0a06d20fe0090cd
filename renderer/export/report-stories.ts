import type { Project } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import type { Source, StoryKey } from '../../app/story.ts';
import type { MarkedOutcome } from '../ui/OutcomeMark.tsx';

/** An annotated story as the export dialog lists it. */
export interface ReportStory {
  key: StoryKey;
  dumpId: string;
  lead: string;
  lang: string;
  source: Source | null;
  /** Of its claims, in their order. */
  outcomes: MarkedOutcome[];
}

/** Every story with annotations, dump by dump, in dump order: what a report holds unless a person chooses. */
export function reportStories(project: Project): ReportStory[] {
  const dumps = [...project.dumps.keys()];
  return [...project.byStory.entries()]
    .flatMap(([key, annotations]) => {
      const story = project.stories.get(key);
      return story ? [{ key, story, annotations }] : [];
    })
    .sort(
      (a, b) =>
        dumps.indexOf(a.story.dumpId) - dumps.indexOf(b.story.dumpId) || a.story.ordinal - b.story.ordinal,
    )
    .map(({ key, story, annotations }) => ({
      key,
      dumpId: story.dumpId,
      lead: story.lead,
      lang: story.lang,
      source: story.source,
      outcomes: annotations.claims.map((id) => {
        const ratingId = project.claims.get(id)?.ratingId ?? null;
        return findRating(project.scale, ratingId)?.outcome ?? 'unrated';
      }),
    }));
}
