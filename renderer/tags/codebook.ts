import type { Project } from '../../app/project.ts';
import type { Tag, TagColour } from '../../app/tag.ts';
import { nextColour } from '../store/annotating.ts';

/** Case, width and other spellings of one letter make no difference to a tag's name. */
export function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/** The tags above a tag, topmost first. */
export function tagsAbove({ tags }: Pick<Project, 'tags'>, tag: Tag): Tag[] {
  const above: Tag[] = [];
  for (let parent = parentOf(tags, tag); parent; parent = parentOf(tags, parent)) above.unshift(parent);
  return above;
}

export function namesAbove(project: Pick<Project, 'tags'>, tag: Tag): string[] {
  return tagsAbove(project, tag).map(({ name }) => name);
}

/** The names that lead to a tag, as they are shown and typed. */
export function pathOf(project: Pick<Project, 'tags'>, tag: Tag): string {
  return [...namesAbove(project, tag), tag.name].join(' › ');
}

/** All tags as a tree reads, children under their parents, each level in the order that people gave it, then by name. */
export function codebook(project: Pick<Project, 'tags'>, locale: string): { tag: Tag; depth: number }[] {
  const names = new Intl.Collator(locale, { numeric: true });
  const children = Map.groupBy(project.tags.values(), (tag) => tag.parentId);
  const under = (parentId: string | null, depth: number): { tag: Tag; depth: number }[] =>
    (children.get(parentId) ?? [])
      .sort((a, b) => byOrder(a, b) || names.compare(a.name, b.name))
      .flatMap((tag) => [{ tag, depth }, ...under(tag.id, depth + 1)]);
  return under(null, 0);
}

/** How often each tag is put on something, and on how many stories. */
export function usesOf(project: Pick<Project, 'taggings'>): Map<string, { uses: number; stories: number }> {
  const counts = new Map<string, { uses: number; stories: Set<string> }>();
  for (const { tagId, storyKey } of project.taggings.values()) {
    const count = counts.get(tagId) ?? { uses: 0, stories: new Set() };
    count.uses += 1;
    count.stories.add(storyKey);
    counts.set(tagId, count);
  }
  return new Map([...counts].map(([id, { uses, stories }]) => [id, { uses, stories: stories.size }]));
}

/** Tags that may be above a tag: not itself and not those below it. */
export function possibleParents(project: Pick<Project, 'tags'>, tag: Tag, locale: string): Tag[] {
  return codebook(project, locale)
    .map((entry) => entry.tag)
    .filter((other) => other.id !== tag.id && !tagsAbove(project, other).some(({ id }) => id === tag.id));
}

/** A sibling of that name, which a new or renamed tag has to be told apart from. */
export function sibling(
  project: Pick<Project, 'tags'>,
  name: string,
  parentId: string | null,
  except: string | null = null,
): Tag | null {
  const wanted = fold(name);
  return (
    project.tags.find((tag) => tag.id !== except && tag.parentId === parentId && fold(tag.name) === wanted) ??
    null
  );
}

/** A child looks like its parent unless somebody says otherwise; a topmost tag gets a colour that few have. */
export function colourFor(project: Project, parentId: string | null): TagColour {
  return (parentId === null ? undefined : project.tags.get(parentId)?.colour) ?? nextColour(project);
}

function byOrder({ order: a }: Tag, { order: b }: Tag): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

function parentOf(tags: Project['tags'], tag: Tag): Tag | undefined {
  return tag.parentId === null ? undefined : tags.get(tag.parentId);
}
