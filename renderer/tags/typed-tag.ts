import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { codebook, fold, pathOf, sibling } from './codebook.ts';

/** The names in what was typed: `parent/child`, with the slash of either width or `›`. */
export function typedNames(typed: string): string[] {
  return typed
    .split(/[/／›]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Where typed names lead in the codebook. */
export interface TypedTag {
  /** The tag that all names lead to; null where some are new. */
  tag: Tag | null;
  /** The last tag on the way that there is. */
  parentId: string | null;
  /** Names of tags that there are not yet, topmost first. */
  missing: string[];
}

/** Follows the names from the top. Of several, the first is looked for at every level: people rarely type the whole way. */
export function findTyped(project: Pick<Project, 'tags'>, typed: string): TypedTag {
  const names = typedNames(typed);
  let parentId: string | null = null;
  let tag: Tag | null = null;
  for (const [index, name] of names.entries()) {
    const next: Tag | null =
      sibling(project, name, parentId) ??
      (index === 0 && names.length > 1
        ? (project.tags.find((other) => fold(other.name) === fold(name)) ?? null)
        : null);
    if (!next) return { tag: null, parentId, missing: names.slice(index) };
    tag = next;
    parentId = next.id;
  }
  return { tag, parentId: tag?.parentId ?? null, missing: [] };
}

/** Tags that hold what was typed, the likeliest first: its own name begins so, holds it, or the way to it does. */
export function searchTags(project: Pick<Project, 'tags'>, typed: string, locale: string): Tag[] {
  const all = codebook(project, locale).map(({ tag }) => tag);
  const wanted = fold(typedNames(typed).join(' › '));
  if (wanted === '') return all;
  const rank = (tag: Tag): number => {
    const name = fold(tag.name);
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
    return fold(pathOf(project, tag)).includes(wanted) ? 3 : 4;
  };
  return all
    .map((tag) => ({ tag, rank: rank(tag) }))
    .filter((entry) => entry.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ tag }) => tag);
}
