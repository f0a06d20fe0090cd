import { foldName } from '../../apply/tags.ts';
import type { Command } from '../../commands.ts';
import type { Project } from '../../project.ts';
import { PLAIN_TAG, TAG_COLOURS, type Tag } from '../../tag.ts';
import type { SetTag } from '../annotation-set.ts';
import { writable } from '../gather.ts';
import { derivedId, isUsableId } from './ids.ts';
import type { FieldDifference, PlannedEntry } from './plan.ts';

/** A tag of a file in the project's codebook. `added` null: it is there already. */
interface MappedTag {
  theirs: SetTag;
  tagId: string;
  added: Tag | null;
}

export interface TagsMapper {
  /** The id in the project; null where the file has no such tag that a codebook can take. */
  use(setTagId: string): string | null;
  /** With those above it. */
  nameOf(setTagId: string): string;
  /** What becomes of the codebook, once everything is planned. `used`: tags that some annotation of the file has. */
  settle(used: ReadonlySet<string>): { commands: Command[]; entries: PlannedEntry[]; added: number };
}

/**
 * Which tag of the project each one of a file is: that of its id, else the one of the same name below the same names.
 * Where the file knows no tree, a name that only one tag of the codebook has is that tag. All others are new.
 */
export function tagsMapper(project: Project, tags: readonly SetTag[], knowsTree: boolean): TagsMapper {
  const theirs = new Map(tags.map((tag) => [tag.id, tag]));
  const mapped = new Map<string, MappedTag | null>();
  /** Tags of the project that one of the file is already: two of the file stay two. */
  const taken = new Set<string>();
  const wanted = new Set<string>();
  const fresh: MappedTag[] = [];

  const trailOf = (tag: SetTag): SetTag[] => {
    const trail: SetTag[] = [];
    for (let each: SetTag | undefined = tag; each && !trail.includes(each); ) {
      trail.unshift(each);
      each = each.parentId === null ? undefined : theirs.get(each.parentId);
    }
    return trail;
  };
  const childNamed = (parentId: string | null, name: string): Tag | null =>
    project.tags.find((tag) => tag.parentId === parentId && foldName(tag.name) === foldName(name)) ?? null;
  const onlyNamed = (name: string): Tag | null => {
    const found = [...project.tags.values()].filter((tag) => foldName(tag.name) === foldName(name));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const isFree = (name: string, parentId: string | null) =>
    !childNamed(parentId, name) &&
    !fresh.some(({ added }) => added?.parentId === parentId && foldName(added.name) === foldName(name));

  const mapOne = (tag: SetTag, parent: MappedTag | null): MappedTag | null => {
    const own = project.tags.get(tag.id);
    const name = tag.name.trim() || tag.id.trim();
    const parentId = parent?.tagId ?? null;
    const named = () =>
      (parent?.added ? null : childNamed(parentId, name)) ?? (knowsTree ? null : onlyNamed(name));
    const found = own ?? named();
    if (found && !taken.has(found.id)) {
      taken.add(found.id);
      return { theirs: tag, tagId: found.id, added: null };
    }
    if (name === '') return null;
    let free = name;
    for (let count = 2; !isFree(free, parentId); count += 1) free = `${name} (${count})`;
    const isOurs = isUsableId(tag.id) && !own && !fresh.some(({ tagId }) => tagId === tag.id);
    const id = isOurs ? tag.id : derivedId('tag', tag.id, free);
    const known = project.tags.get(id);
    if (known) return { theirs: tag, tagId: id, added: null };
    const colour =
      tag.colour ?? (TAG_COLOURS[(project.tags.size + fresh.length) % TAG_COLOURS.length] as Tag['colour']);
    const added: Tag = { ...PLAIN_TAG, id, name: free, colour, parentId, description: tag.description };
    const made = { theirs: tag, tagId: id, added };
    fresh.push(made);
    return made;
  };
  const mapOf = (tag: SetTag): MappedTag | null => {
    let parent: MappedTag | null = null;
    for (const each of trailOf(tag)) {
      const known = mapped.get(each.id);
      const now: MappedTag | null = known === undefined ? mapOne(each, parent) : known;
      mapped.set(each.id, now);
      parent = now;
    }
    return parent;
  };
  // Ids first: what is called like another tag must not take the place of that one.
  for (const tag of tags) if (project.tags.has(tag.id)) mapOf(tag);
  for (const tag of tags) mapOf(tag);

  const nameOf = (tag: SetTag) =>
    trailOf(tag)
      .map(({ name, id }) => name.trim() || id)
      .join(' › ');

  return {
    use(setTagId) {
      const tag = theirs.get(setTagId);
      if (!tag) return project.tags.has(setTagId) ? setTagId : null;
      const found = mapOf(tag);
      if (found) for (const each of trailOf(tag)) wanted.add(each.id);
      return found?.tagId ?? null;
    },

    nameOf(setTagId) {
      const tag = theirs.get(setTagId);
      return tag ? nameOf(tag) : (project.tags.get(setTagId)?.name ?? setTagId);
    },

    settle(used) {
      // What no annotation has is wanted for itself; what only refused ones have is not.
      for (const tag of tags)
        if (!used.has(tag.id)) for (const each of trailOf(tag)) if (!isBlankOnly(each)) wanted.add(each.id);
      const coming = fresh.filter(({ theirs: tag }) => wanted.has(tag.id));
      const entries = tags.flatMap((tag): PlannedEntry[] => {
        const found = mapped.get(tag.id) ?? null;
        const base = {
          what: 'tag',
          around: null,
          storyKey: null,
          lead: '',
          quote: '',
          lost: [],
          commands: [],
          edits: [],
        } as const;
        const entry = { ...base, lost: [], id: found?.tagId ?? tag.id, words: nameOf(tag) };
        if (!found) return [{ ...entry, kind: 'refused', reason: 'tag-nameless', differences: [] }];
        if (found.added) {
          if (!wanted.has(tag.id)) return [];
          return [{ ...entry, kind: 'added', reason: null, differences: [] }];
        }
        const differences = differencesOf(project.tags.get(found.tagId) as Tag, tag, project, theirs);
        return [
          { ...entry, kind: differences.length > 0 ? 'differs' : 'matched', reason: null, differences },
        ];
      });
      return {
        entries,
        added: coming.length,
        commands: coming.map(({ added }): Command => ({ type: 'tag.add', tag: added as Tag })),
      };
    },
  };
}

function isBlankOnly({ name, id }: SetTag): boolean {
  return name.trim() === '' && id.trim() === '';
}

/** The number that an import gave to a tag whose name was taken says nothing. */
function withoutNumber(mine: string, theirs: string): string {
  return mine.startsWith(`${theirs} (`) && /^ \(\d+\)$/u.test(mine.slice(theirs.length)) ? theirs : mine;
}

/** What the file says of a tag that the codebook says otherwise. A person changes the codebook, no import does. */
function differencesOf(
  mine: Tag,
  theirs: SetTag,
  project: Project,
  set: ReadonlyMap<string, SetTag>,
): FieldDifference[] {
  const parentOf = (id: string | null, name: (id: string) => string | undefined) =>
    id === null ? '' : (name(id) ?? '');
  const fields = [
    { field: 'name', mine: withoutNumber(mine.name, theirs.name.trim()), theirs: theirs.name.trim() },
    { field: 'colour', mine: mine.colour, theirs: theirs.colour ?? '' },
    { field: 'description', mine: mine.description, theirs: theirs.description },
    {
      field: 'parent',
      mine: parentOf(mine.parentId, (id) => project.tags.get(id)?.name),
      theirs: parentOf(theirs.parentId, (id) => set.get(id)?.name.trim()),
    },
  ] as const;
  return fields.filter(
    (each) =>
      each.theirs !== '' &&
      writable(each.mine) !== each.theirs &&
      (each.field === 'description' || foldName(each.mine) !== foldName(each.theirs)),
  );
}
