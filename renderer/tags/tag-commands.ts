import type { Anchor } from '../../app/anchor.ts';
import type { Command } from '../../app/commands.ts';
import { annotationsOf } from '../../app/project.ts';
import { PLAIN_TAG, type Tag, type TagColour, type Tagging } from '../../app/tag.ts';
import { type Desk, keyOf, type Making, newId, newTagging } from '../store/annotating.ts';

/** Makes tags, each under the one before it, and uses the last of them, as one change. `names` has at least one. */
export function newTagsAndTagging(
  desk: Desk,
  names: readonly string[],
  parentId: string | null,
  colour: TagColour,
  anchor: Anchor | null,
): Making {
  const tags: Tag[] = [];
  for (const name of names) {
    tags.push({ ...PLAIN_TAG, id: newId(), name, colour, parentId: tags.at(-1)?.id ?? parentId });
  }
  const used = tags.at(-1) as Tag;
  const tagging = newTagging(desk, used.id, anchor);
  const made = tags.map((tag): Command => ({ type: 'tag.add', tag }));
  return { id: tagging.id, command: { type: 'batch', commands: [...made, tagging.command] } };
}

/** The use of a tag on exactly this anchor, or on the whole story: it is not put there twice. */
export function existingTagging(desk: Desk, tagId: string, anchor: Anchor | null): Tagging | null {
  const here = annotationsOf(desk.project, keyOf(desk)).taggings.flatMap(
    (id) => desk.project.taggings.get(id) ?? [],
  );
  return here.find((tagging) => tagging.tagId === tagId && sameSpan(tagging.anchor, anchor)) ?? null;
}

function sameSpan(a: Anchor | null, b: Anchor | null): boolean {
  return a === null || b === null ? a === b : a.start === b.start && a.end === b.end;
}
