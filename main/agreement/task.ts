import type { Coder } from '../../app/agreement/projects/coder.ts';
import type { ComparisonOptions } from '../../app/agreement/projects/compare.ts';
import { codersOfPeople } from '../../app/agreement/projects/of-people.ts';
import { codersOfProjects, type NamedProject } from '../../app/agreement/projects/of-projects.ts';
import type { AnchoredText } from '../../app/anchor.ts';
import type { ProjectData } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';

/** Who is compared: a coder a project, or the people of one. Plain data, unlike coders, so that a thread can be given it. */
export type Subject = { projects: NamedProject[] } | { people: ProjectData };

/** What is compared in a thread of its own. */
export interface Task {
  subject: Subject;
  options: Omit<ComparisonOptions, 'textOf'>;
  texts: ReadonlyMap<StoryKey, AnchoredText>;
}

export function codersOf(subject: Subject): Coder[] {
  return 'people' in subject ? codersOfPeople(subject.people) : codersOfProjects(subject.projects);
}
