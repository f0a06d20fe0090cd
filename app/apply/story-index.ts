import { NO_ANNOTATIONS, type Project, type StoryAnnotations } from '../project.ts';
import type { StoryKey } from '../story.ts';

/** The project with an id entered into, or taken out of, the annotations of a story. */
export function indexed(
  project: Project,
  key: StoryKey,
  kind: keyof StoryAnnotations,
  id: string,
  present: boolean,
): Project {
  const entry = project.byStory.get(key) ?? NO_ANNOTATIONS;
  const others = entry[kind].filter((candidate) => candidate !== id);
  const ids = present ? [...others, id].sort() : others;
  const next = { ...entry, [kind]: ids };
  const empty = Object.values(next).every((list) => list.length === 0);
  return { ...project, byStory: empty ? project.byStory.delete(key) : project.byStory.set(key, next) };
}
