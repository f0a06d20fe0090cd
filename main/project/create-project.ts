import { resolve } from 'node:path';
import type { Project } from '../../app/project.ts';
import { begin } from './history.ts';
import { makeProjectFile } from './new-file.ts';
import { PACE, type Pace } from './pace.ts';
import { ProjectStore } from './project-store.ts';

/**
 * Makes a project file and opens it for writing. Durable once it resolves.
 * @throws UratoriError `project-exists`, `project-folder-missing`, `project-folder-read-only`, `project-locked`,
 * `disk-full`, `write-failed`
 */
export async function createProject(
  path: string,
  project: Project,
  { pace = PACE }: { pace?: Pace } = {},
): Promise<ProjectStore> {
  const file = resolve(path);
  const made = await makeProjectFile(file, { project, sequence: 0 }, false);
  const store = new ProjectStore(file, begin(project, 0), [], pace);
  store.write({ ...made, lines: [], savedSequence: 0 });
  return store;
}
