import type { SetStory, Span } from '../annotation-set.ts';
import { labelText, SAME_CLAIM, sidesOf, TRANSLATED_AS } from '../labels.ts';
import { measured } from '../units.ts';

interface Entity {
  id: number;
  start_offset: number;
  end_offset: number;
  label: string;
}

/** The annotation that a span is part of. Told by place and label: doccano gives spans numbers of its own. */
export interface Owner {
  span: string;
  kind: 'claim' | 'tag' | 'note';
  id: string;
  /** Of a tag. */
  tag?: string;
  /** Of a claim that was taken over: the claim that it was. */
  from?: string;
}

export function nameOf({ start_offset, end_offset, label }: Omit<Entity, 'id'>): string {
  return `${start_offset}-${end_offset} ${label}`;
}

/**
 * A story as a line of doccano. `uratori` says which annotation a span belongs to; whoever does not know it still has
 * spans, labels and relations.
 * @throws UratoriError `export-quote-mismatch`
 */
export function lineOf(story: SetStory, text: string, tags: ReadonlyMap<string, string>) {
  const { key, lang, source, publishedAt, link } = story;
  const measure = measured(text, 'code-point', key);
  const entities: Entity[] = [];
  const owners: Owner[] = [];
  const relations: { id: number; from_id: number; to_id: number; type: string }[] = [];
  const add = (span: Span, label: string, owner: Omit<Owner, 'span'>): number => {
    const id = entities.length;
    const [start_offset, end_offset] = measure.place(span);
    const entity = { id, start_offset, end_offset, label };
    entities.push(entity);
    owners.push({ span: nameOf(entity), ...owner });
    return id;
  };
  const chain = (ids: number[], type: string) => {
    for (const [index, to_id] of ids.entries())
      if (index > 0) relations.push({ id: relations.length, from_id: ids[index - 1] as number, to_id, type });
  };

  for (const { id, spans, ratingId, carriedFrom } of story.claims) {
    const label = labelText({ kind: 'claim', ratingId });
    chain(
      spans.map((span) =>
        add(span, label, { kind: 'claim', id, ...(carriedFrom === null ? {} : { from: carriedFrom }) }),
      ),
      SAME_CLAIM,
    );
  }
  for (const { id, span, tagId } of story.taggings)
    if (span)
      add(span, labelText({ kind: 'tag', name: tags.get(tagId) ?? tagId }), { kind: 'tag', id, tag: tagId });
  for (const note of story.notes)
    chain(
      sidesOf(note).map(({ side, span }) =>
        add(span, labelText({ kind: 'note', note: note.kind, side }), { kind: 'note', id: note.id }),
      ),
      TRANSLATED_AS,
    );
  return { text, entities, relations, uratori: { key, lang, source, publishedAt, link, owners } };
}
