import { pairProjects } from '../../coders/pairing.ts';
import type { ProjectData } from '../../project.ts';
import { annotatedIn, type Coder, ratedBy } from './coder.ts';

export interface NamedProject {
  /** What the coder is called: most likely the file's name. */
  name: string;
  data: ProjectData;
}

/**
 * A coder a project. Each project is put into the words of the first, and what the first does not have into those of
 * the one that has it first.
 */
export function codersOfProjects(projects: readonly NamedProject[]): Coder[] {
  const [first, ...others] = projects;
  if (!first) return [];
  // Dumps, stories and tags that are known by now, for the names of those that come.
  let known = first.data;
  const coders = [coderOf(first)];
  for (const { name, data } of others) {
    const { theirs, dumps, stories, tags } = pairProjects(known, data);
    known = {
      ...known,
      dumps: [...known.dumps, ...dumps.onlyTheirs],
      stories: [...known.stories, ...stories.onlyTheirs],
      tags: [...known.tags, ...tags.onlyTheirs],
    };
    coders.push(coderOf({ name, data: theirs }));
  }
  return coders;
}

function coderOf({ name, data }: NamedProject): Coder {
  return {
    name,
    data,
    ratingOf: (claim) => ratedBy(data, claim),
    marked: () => true,
    reviews: new Map(data.reviews.map(({ storyKey, state }) => [storyKey, state])),
    annotated: annotatedIn(data),
  };
}
