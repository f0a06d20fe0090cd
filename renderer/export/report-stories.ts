import { coveredStories } from '../../app/exports/select.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { findRating } from '../../app/rating-scale.ts';
import type { Source, StoryKey } from '../../app/story.ts';
import type { MarkedOutcome } from '../ui/OutcomeMark.tsx';

/** A story with annotations or a review as the export dialog lists it. */
export interface ReportStory {
  key: StoryKey;
  dumpId: string;
  lead: string;
  lang: string;
  source: Source | null;
  /** Of its claims, in their order. */
  outcomes: MarkedOutcome[];
}

/** Every story that a report holds unless a person chooses, in the order of the report. */
export function reportStories(project: Project): ReportStory[] {
  return coveredStories(project).flatMap((key) => {
    const story = project.stories.get(key);
    if (!story) return [];
    return [
      {
        key,
        dumpId: story.dumpId,
        lead: story.lead,
        lang: story.lang,
        source: story.source,
        outcomes: annotationsOf(project, key).claims.map((id) => {
          const ratingId = project.claims.get(id)?.ratingId ?? null;
          return findRating(project.scale, ratingId)?.outcome ?? 'unrated';
        }),
      },
    ];
  });
}
