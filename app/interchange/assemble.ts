import type { SetStory, SetTag, Span } from './annotation-set.ts';
import type { Label } from './labels.ts';

/** A span as a tool with one label a span has it, and whose it is. */
export interface LabelledSpan {
  span: Span;
  label: Label;
  /** The annotation it belongs to, as far as that is known; spans of one id are one annotation. */
  id: string;
  tagId?: string | undefined;
}

/** Puts labelled spans together to annotations, in the order in which they come; tags that are new are added to `tags`. */
export function assemble(story: SetStory, spans: readonly LabelledSpan[], tags: Map<string, SetTag>): void {
  const claims = new Map(story.claims.map((claim) => [claim.id, claim]));
  const notes = new Map(story.notes.map((note) => [note.id, note]));
  for (const { span, label, id, tagId: known } of spans) {
    switch (label.kind) {
      case 'claim': {
        const begun = claims.get(id);
        if (begun) begun.spans.push(span);
        else {
          const blank = {
            wording: '',
            claimant: '',
            rationale: '',
            evidence: [],
            carriedFrom: null,
            by: '',
            at: '',
          };
          const claim = { id, spans: [span], ratingId: label.ratingId, ...blank };
          claims.set(id, claim);
          story.claims.push(claim);
        }
        break;
      }
      case 'note': {
        const begun = notes.get(id);
        if (begun) begun[label.side] = span;
        else {
          const sides = { original: null, translation: null, [label.side]: span };
          const note = { id, kind: label.note, ...sides, comment: '', suggestion: '', by: '', at: '' };
          notes.set(id, note);
          story.notes.push(note);
        }
        break;
      }
      case 'tag': {
        const tagId = known ?? label.name;
        if (!tags.has(tagId))
          tags.set(tagId, { id: tagId, name: label.name, parentId: null, colour: null, description: '' });
        story.taggings.push({ id, tagId, span, memo: '', by: '', at: '' });
        break;
      }
    }
  }
}

/** The ids that relations of a kind join, each with the id that stands for all of them: the first of theirs. */
export function joined(pairs: readonly (readonly [from: string, to: string])[]): (id: string) => string {
  const first = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = first.get(root); next !== undefined; next = first.get(root)) root = next;
    return root;
  };
  for (const [from, to] of pairs) {
    const [a, b] = [rootOf(from), rootOf(to)];
    if (a !== b) first.set(b, a);
  }
  return rootOf;
}

export function inIdOrder(tags: ReadonlyMap<string, SetTag>): SetTag[] {
  return [...tags.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
