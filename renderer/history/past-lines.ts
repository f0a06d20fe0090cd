import type { HistoryPage, PastChange } from '../../app/contract.ts';
import { emptyProject, fromData, type Project, toData } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';
import { type ChangeLine, changeLines } from '../inspector/change-lines.ts';

/** A change as history shows it. */
export interface PastEntry extends Omit<PastChange, 'commands' | 'parts'> {
  lines: readonly ChangeLine[];
  /** Single changes that have no line here, since there are too many. */
  more: number;
}

/**
 * Changes in words, the newest first. What a change is about is looked up in the project as it is and in what is gone;
 * what the program did by itself has no words and is left out.
 * @param key only what is about this story
 */
export function pastEntries(
  { changes, removed }: Pick<HistoryPage, 'changes' | 'removed'>,
  project: Project,
  key: StoryKey | null,
): PastEntry[] {
  const projects = [project, projectOf(removed, project)];
  return changes.flatMap(({ commands, parts, ...change }) => {
    const all = commands.flatMap((command) => changeLines(command, projects));
    const lines = all.filter(({ stories }) => key === null || stories === 'all' || stories.includes(key));
    return lines.length === 0 ? [] : [{ ...change, lines, more: parts - commands.length }];
  });
}

/** What is gone, as if it were all that a project holds. */
function projectOf({ claims, taggings, notes, tags }: HistoryPage['removed'], { scale }: Project): Project {
  const empty = toData(emptyProject('gone', '', new Date(0).toISOString()));
  return { ...fromData({ ...empty, claims, taggings, notes, tags }), scale };
}
