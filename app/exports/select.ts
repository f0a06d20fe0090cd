import { citedIn } from '../citations.ts';
import { UratoriError } from '../problem.ts';
import { fromData, type Project, toData } from '../project.ts';
import type { Story, StoryKey, StoryRef } from '../story.ts';
import { isAnnotated } from '../story-annotations.ts';
import type { ReportStory } from './report.ts';

export interface Selection {
  /** The project with nothing but what belongs into the report: its stories, and those that evidence in it quotes. */
  project: Project;
  /** By dump, then in the order of the dump. */
  keys: StoryKey[];
}

/**
 * What a report covers: the chosen stories, with the dumps that they come from; or, for null, every story that has
 * annotations or a review, and all dumps. The codebook and the scale always go with it.
 * @throws UratoriError `story-not-found` (params `story`)
 */
export function select(project: Project, chosen: readonly StoryKey[] | null): Selection {
  const keys = chosen ? inDumpOrder(project, [...new Set(chosen)]) : coveredStories(project);
  if (chosen === null && keys.length === project.stories.size) return { project, keys };
  const wanted = new Set(keys);
  const data = toData(project);
  const belongs = (entry: { storyKey: StoryKey }) => wanted.has(entry.storyKey);
  const claims = data.claims.filter(belongs);
  const cited = [...citedIn(claims).keys()].filter((key) => !wanted.has(key)).sort();
  const stories = [...keys, ...cited].map((key) => refOf(project, key));
  const dumpIds = new Set(stories.map((story) => story.dumpId));
  return {
    keys,
    project: fromData({
      ...data,
      dumps: data.dumps.filter((dump) => chosen === null || dumpIds.has(dump.id)),
      stories,
      claims,
      taggings: data.taggings.filter(belongs),
      notes: data.notes.filter(belongs),
      judgements: data.judgements.filter(belongs),
      alignments: data.alignments.filter(belongs),
      reviews: data.reviews.filter(belongs),
      storyNotes: data.storyNotes.filter(belongs),
      dismissedSuggestions: data.dismissedSuggestions.filter(belongs),
    }),
  };
}

/** Every story that has annotations or a review, by dump, then in the order of the dump: a report holds these unless others are chosen. */
export function coveredStories(project: Project): StoryKey[] {
  const covered = [...project.stories.keys()].filter(
    (key) => isAnnotated(project, key) || project.reviews.has(key),
  );
  return inDumpOrder(project, covered);
}

/** Reads the stories of a report one after the other. `read` gives null where a story is not to be had. */
export async function* storiesOf(
  { project, keys }: Selection,
  read: (ref: StoryRef, key: StoryKey) => Promise<Story | null>,
): AsyncGenerator<ReportStory> {
  for (const key of keys) {
    const ref = refOf(project, key);
    yield { key, ref, story: await read(ref, key) };
  }
}

function inDumpOrder(project: Project, keys: StoryKey[]): StoryKey[] {
  const refs = new Map(keys.map((key) => [key, refOf(project, key)]));
  const place = (key: StoryKey) => refs.get(key) as StoryRef;
  return keys.sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    if (left.dumpId !== right.dumpId) return left.dumpId < right.dumpId ? -1 : 1;
    return left.ordinal - right.ordinal || (a < b ? -1 : 1);
  });
}

function refOf(project: Project, key: StoryKey): StoryRef {
  const ref = project.stories.get(key);
  if (!ref) throw new UratoriError('story-not-found', { story: key });
  return ref;
}
