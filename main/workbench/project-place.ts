import { access, mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileNameFor } from '../file-name.ts';

export const PROJECT_EXTENSION = '.uratori';

/** `<data folder>/projects`, where a project lives until a person gives it a place. */
export function unnamedFolder(dataFolder: string): string {
  return join(resolve(dataFolder), 'projects');
}

/** Whether a project file still lives in the application's data folder. */
export function isUnnamed(dataFolder: string, file: string): boolean {
  return dirname(resolve(file)) === unnamedFolder(dataFolder);
}

/** The path of a project file that does not exist yet, named after `name`. Makes the folder. */
export async function unusedProjectFile(dataFolder: string, name: string): Promise<string> {
  const folder = unnamedFolder(dataFolder);
  await mkdir(folder, { recursive: true });
  const stem = fileNameFor(name);
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}${PROJECT_EXTENSION}`);
    if (!(await taken(file))) return file;
  }
}

/** A title for a project after the name of its first dump. */
export function titleAfter(dumpPath: string): string {
  return basename(dumpPath, extname(dumpPath)) || basename(dumpPath);
}

/** From the project file's folder, with `/` on every system; null where there is no way (another drive). */
export function relativeToProject(projectFile: string, path: string): string | null {
  const way = relative(dirname(projectFile), path);
  return way === '' || resolve(dirname(projectFile), way) !== resolve(path) || /^[a-z]:/iu.test(way)
    ? null
    : way.split(sep).join('/');
}

/** Also while only its journal, lock or attachments are there: they belong to another project. */
async function taken(file: string): Promise<boolean> {
  const candidates = [file, `${file}.journal`, `${file}.lock`, `${file}.files`];
  const found = await Promise.all(
    candidates.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
