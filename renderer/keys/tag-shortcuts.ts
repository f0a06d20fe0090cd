import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { selectedAnchor } from '../actions/annotate.ts';
import { surfaces } from '../reading/surfaces.ts';
import { newTagging } from '../store/annotating.ts';
import type { Workspace } from '../store/workspace.ts';
import { existingTagging } from '../tags/tag-commands.ts';

/** Keys that move among things, or are part of writing: a tag that had them would take them away from everything. */
const RESERVED = /(?:^|\+)(?:Enter| |Tab|Escape|Arrow.*|Home|End|Page.*|Backspace|Delete|F\d+)$/u;

export function isUsable(combination: string): boolean {
  return combination !== '' && !RESERVED.test(combination);
}

/** The tag that keys stand for, where no action has them. */
export function tagOfKeys(project: Pick<Project, 'tags'>, combination: string): Tag | null {
  if (combination === '') return null;
  return project.tags.find(({ shortcut }) => shortcut === combination) ?? null;
}

/** Puts a tag on the selected text, or on the whole story; where it is already, that use is selected. */
export async function putTag(workspace: Workspace, tagId: string): Promise<void> {
  const desk = workspace.desk();
  if (!desk?.project.tags.has(tagId)) return;
  const anchor = selectedAnchor(workspace, desk);
  const there = existingTagging(desk, tagId, anchor);
  const making = there ? null : newTagging(desk, tagId, anchor);
  if (making && !(await workspace.execute(making.command))) return;
  surfaces.current?.clear();
  workspace.selectText(null);
  workspace.select({ kind: 'tagging', id: there?.id ?? (making?.id as string) });
}
