import type { Claim } from './claim.ts';
import type { Command, SingleCommand } from './commands.ts';
import { UratoriError } from './problem.ts';
import { annotationsOf, NO_ANNOTATIONS, type Project, type StoryAnnotations } from './project.ts';
import { findRating } from './rating-scale.ts';
import { type StoryKey, type StoryRef, storyKey } from './story.ts';
import type { Tag } from './tag.ts';

export interface Applied {
  project: Project;
  /** The command that brings the project back to what it was. */
  inverse: Command;
}

/**
 * Makes the change, on a new value. Pure: the same project and command give the same result, which is what the
 * journal and the interface rely on when they replay it.
 * @throws UratoriError `command-unknown-target`, `command-duplicate`, `command-refused`: then nothing has changed
 */
export function apply(project: Project, command: Command): Applied {
  if (command.type === 'batch') return applyBatch(project, command.commands);
  return applySingle(project, command);
}

function applyBatch(project: Project, commands: readonly Command[]): Applied {
  const inverses: Command[] = [];
  let current = project;
  for (const command of commands) {
    const applied = apply(current, command);
    current = applied.project;
    inverses.unshift(applied.inverse);
  }
  return { project: current, inverse: { type: 'batch', commands: inverses } };
}

function applySingle(project: Project, command: SingleCommand): Applied {
  switch (command.type) {
    case 'project.rename':
      return {
        project: { ...project, title: command.title },
        inverse: { type: 'project.rename', title: project.title },
      };

    case 'dump.add':
      mustBeNew(project.dumps.has(command.dump.id), 'dump', command.dump.id);
      return {
        project: { ...project, dumps: project.dumps.set(command.dump.id, command.dump) },
        inverse: { type: 'dump.remove', dumpId: command.dump.id },
      };
    case 'dump.edit': {
      const dump = known(project.dumps.get(command.dumpId), 'dump', command.dumpId);
      return {
        project: { ...project, dumps: project.dumps.set(dump.id, { ...dump, ...given(command.changes) }) },
        inverse: { type: 'dump.edit', dumpId: dump.id, changes: before(dump, command.changes) },
      };
    }
    case 'dump.remove': {
      const dump = known(project.dumps.get(command.dumpId), 'dump', command.dumpId);
      if (project.stories.some((story) => story.dumpId === dump.id)) refuse('dump_in_use', dump.name);
      return {
        project: { ...project, dumps: project.dumps.delete(dump.id) },
        inverse: { type: 'dump.add', dump },
      };
    }

    case 'story.add': {
      const { story } = command;
      known(project.dumps.get(story.dumpId), 'dump', story.dumpId);
      const key = storyKey(story.dumpId, story.storyId);
      mustBeNew(project.stories.has(key), 'story', key);
      return {
        project: { ...project, stories: project.stories.set(key, story) },
        inverse: { type: 'story.remove', storyKey: key },
      };
    }
    case 'story.move':
      return moveStory(project, command.storyKey, command.story);
    case 'story.remove': {
      const story = known(project.stories.get(command.storyKey), 'story', command.storyKey);
      if (project.byStory.has(command.storyKey) || project.reviews.has(command.storyKey))
        refuse('story_in_use', story.lead);
      return {
        project: { ...project, stories: project.stories.delete(command.storyKey) },
        inverse: { type: 'story.add', story },
      };
    }

    case 'claim.add': {
      const { claim } = command;
      mustBeNew(project.claims.has(claim.id), 'claim', claim.id);
      known(project.stories.get(claim.storyKey), 'story', claim.storyKey);
      mustBeRating(project, claim.ratingId);
      for (const [place, { id }] of claim.evidence.entries()) {
        mustBeNew(
          claim.evidence.slice(0, place).some((other) => other.id === id),
          'evidence',
          id,
        );
      }
      return {
        project: indexed(
          { ...project, claims: project.claims.set(claim.id, claim) },
          claim.storyKey,
          'claims',
          claim.id,
          true,
        ),
        inverse: { type: 'claim.remove', claimId: claim.id },
      };
    }
    case 'claim.edit': {
      const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
      if (command.changes.ratingId !== undefined) mustBeRating(project, command.changes.ratingId);
      return {
        project: withClaim(project, { ...claim, ...given(command.changes) }),
        inverse: { type: 'claim.edit', claimId: claim.id, changes: before(claim, command.changes) },
      };
    }
    case 'claim.remove': {
      const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
      return {
        project: indexed(
          { ...project, claims: project.claims.delete(claim.id) },
          claim.storyKey,
          'claims',
          claim.id,
          false,
        ),
        inverse: { type: 'claim.add', claim },
      };
    }

    case 'evidence.add': {
      const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
      mustBeNew(
        claim.evidence.some((entry) => entry.id === command.evidence.id),
        'evidence',
        command.evidence.id,
      );
      // The neighbour may be gone by now; the entry itself is what was meant, so it goes to the end.
      const place = claim.evidence.findIndex((entry) => entry.id === command.before);
      const evidence = claim.evidence.toSpliced(
        place < 0 ? claim.evidence.length : place,
        0,
        command.evidence,
      );
      return {
        project: withClaim(project, { ...claim, evidence }),
        inverse: { type: 'evidence.remove', claimId: claim.id, evidenceId: command.evidence.id },
      };
    }
    case 'evidence.edit': {
      const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
      const entry = known(
        claim.evidence.find((candidate) => candidate.id === command.evidenceId),
        'evidence',
        command.evidenceId,
      );
      const evidence = claim.evidence.map((candidate) =>
        candidate === entry ? { ...entry, ...given(command.changes) } : candidate,
      );
      return {
        project: withClaim(project, { ...claim, evidence }),
        inverse: { ...command, changes: before(entry, command.changes) },
      };
    }
    case 'evidence.remove': {
      const claim = known(project.claims.get(command.claimId), 'claim', command.claimId);
      const place = claim.evidence.findIndex((entry) => entry.id === command.evidenceId);
      const evidence = known(claim.evidence[place], 'evidence', command.evidenceId);
      return {
        project: withClaim(project, { ...claim, evidence: claim.evidence.toSpliced(place, 1) }),
        inverse: {
          type: 'evidence.add',
          claimId: claim.id,
          evidence,
          before: claim.evidence[place + 1]?.id ?? null,
        },
      };
    }

    case 'tag.add':
      mustBeNew(project.tags.has(command.tag.id), 'tag', command.tag.id);
      mustFit(project, command.tag);
      return {
        project: { ...project, tags: project.tags.set(command.tag.id, command.tag) },
        inverse: { type: 'tag.remove', tagId: command.tag.id },
      };
    case 'tag.edit': {
      const tag = known(project.tags.get(command.tagId), 'tag', command.tagId);
      const edited = { ...tag, ...given(command.changes) };
      mustFit(project, edited);
      return {
        project: { ...project, tags: project.tags.set(tag.id, edited) },
        inverse: { type: 'tag.edit', tagId: tag.id, changes: before(tag, command.changes) },
      };
    }
    case 'tag.remove':
      return removeTag(project, command.tagId);

    case 'tagging.add': {
      const { tagging } = command;
      mustBeNew(project.taggings.has(tagging.id), 'tagging', tagging.id);
      known(project.tags.get(tagging.tagId), 'tag', tagging.tagId);
      known(project.stories.get(tagging.storyKey), 'story', tagging.storyKey);
      const next = { ...project, taggings: project.taggings.set(tagging.id, tagging) };
      return {
        project: indexed(next, tagging.storyKey, 'taggings', tagging.id, true),
        inverse: { type: 'tagging.remove', taggingId: tagging.id },
      };
    }
    case 'tagging.edit': {
      const tagging = known(project.taggings.get(command.taggingId), 'tagging', command.taggingId);
      if (command.changes.tagId !== undefined)
        known(project.tags.get(command.changes.tagId), 'tag', command.changes.tagId);
      return {
        project: {
          ...project,
          taggings: project.taggings.set(tagging.id, { ...tagging, ...given(command.changes) }),
        },
        inverse: { type: 'tagging.edit', taggingId: tagging.id, changes: before(tagging, command.changes) },
      };
    }
    case 'tagging.remove': {
      const tagging = known(project.taggings.get(command.taggingId), 'tagging', command.taggingId);
      const next = { ...project, taggings: project.taggings.delete(tagging.id) };
      return {
        project: indexed(next, tagging.storyKey, 'taggings', tagging.id, false),
        inverse: { type: 'tagging.add', tagging },
      };
    }

    case 'note.add': {
      const { note } = command;
      mustBeNew(project.notes.has(note.id), 'note', note.id);
      known(project.stories.get(note.storyKey), 'story', note.storyKey);
      return {
        project: indexed(
          { ...project, notes: project.notes.set(note.id, note) },
          note.storyKey,
          'notes',
          note.id,
          true,
        ),
        inverse: { type: 'note.remove', noteId: note.id },
      };
    }
    case 'note.edit': {
      const note = known(project.notes.get(command.noteId), 'note', command.noteId);
      const edited = { ...note, ...given(command.changes) };
      if (!edited.original && !edited.translation) refuse('note_without_anchor', note.id);
      return {
        project: { ...project, notes: project.notes.set(note.id, edited) },
        inverse: { type: 'note.edit', noteId: note.id, changes: before(note, command.changes) },
      };
    }
    case 'note.remove': {
      const note = known(project.notes.get(command.noteId), 'note', command.noteId);
      return {
        project: indexed(
          { ...project, notes: project.notes.delete(note.id) },
          note.storyKey,
          'notes',
          note.id,
          false,
        ),
        inverse: { type: 'note.add', note },
      };
    }

    case 'review.set': {
      known(project.stories.get(command.storyKey), 'story', command.storyKey);
      if (command.review && command.review.storyKey !== command.storyKey)
        refuse('review_of_another_story', command.storyKey);
      return {
        project: {
          ...project,
          reviews: command.review
            ? project.reviews.set(command.storyKey, command.review)
            : project.reviews.delete(command.storyKey),
        },
        inverse: { ...command, review: project.reviews.get(command.storyKey) ?? null },
      };
    }

    case 'scale.change':
      return changeScale(project, command);

    default:
      return assertNever(command);
  }
}

function moveStory(project: Project, from: StoryKey, story: StoryRef): Applied {
  const old = known(project.stories.get(from), 'story', from);
  known(project.dumps.get(story.dumpId), 'dump', story.dumpId);
  const to = storyKey(story.dumpId, story.storyId);
  const inverse: Command = { type: 'story.move', storyKey: to, story: old };
  if (to === from) return { project: { ...project, stories: project.stories.set(to, story) }, inverse };
  mustBeNew(project.stories.has(to), 'story', to);
  const ids = annotationsOf(project, from);
  const review = project.reviews.get(from);
  return {
    project: {
      ...project,
      stories: project.stories.delete(from).set(to, story),
      claims: project.claims.withMutations((claims) => {
        for (const id of ids.claims) claims.update(id, (claim) => ({ ...(claim as Claim), storyKey: to }));
      }),
      taggings: project.taggings.withMutations((taggings) => {
        for (const id of ids.taggings)
          taggings.set(id, { ...known(taggings.get(id), 'tagging', id), storyKey: to });
      }),
      notes: project.notes.withMutations((notes) => {
        for (const id of ids.notes) notes.set(id, { ...known(notes.get(id), 'note', id), storyKey: to });
      }),
      reviews: review ? project.reviews.delete(from).set(to, { ...review, storyKey: to }) : project.reviews,
      byStory: project.byStory.has(from) ? project.byStory.delete(from).set(to, ids) : project.byStory,
    },
    inverse,
  };
}

function removeTag(project: Project, tagId: string): Applied {
  const tag = known(project.tags.get(tagId), 'tag', tagId);
  const children = [...project.tags.values()].filter((child) => child.parentId === tagId);
  const uses = [...project.taggings.values()].filter((tagging) => tagging.tagId === tagId);
  // A child of the same name moves up beside the tag for a moment, so the tag makes way.
  const hasNamesake = children.some((child) => fold(child.name) === fold(tag.name));
  // Undone in the opposite order: first the tag, then what hung on it.
  const steps: Command[] = [
    ...uses.map((tagging): Command => ({ type: 'tagging.remove', taggingId: tagging.id })),
    ...(hasNamesake ? [{ type: 'tag.edit', tagId, changes: { name: freeName(project, tag) } } as const] : []),
    ...children.map(
      (child): Command => ({ type: 'tag.edit', tagId: child.id, changes: { parentId: tag.parentId } }),
    ),
  ];
  const cleared = applyBatch(project, steps);
  const restored = (cleared.inverse as { commands: Command[] }).commands;
  const last = known(cleared.project.tags.get(tagId), 'tag', tagId);
  return {
    project: { ...cleared.project, tags: cleared.project.tags.delete(tagId) },
    inverse: { type: 'batch', commands: [{ type: 'tag.add', tag: last }, ...restored] },
  };
}

/** A name that no tag beside this one has, nor one below it. */
function freeName(project: Project, tag: Tag): string {
  const taken = new Set(project.tags.valueSeq().map((other) => fold(other.name)));
  let name = tag.name;
  while (taken.has(fold(name))) name += '′';
  return name;
}

function changeScale(project: Project, command: Extract<SingleCommand, { type: 'scale.change' }>): Applied {
  const old = new Map<string, string>();
  const claims = project.claims.withMutations((table) => {
    for (const claim of project.claims.values()) {
      if (claim.ratingId === null) continue;
      old.set(claim.id, claim.ratingId);
      const ratingId = entry(command.ratings, claim.id) ?? entry(command.mapping, claim.ratingId);
      if (ratingId === undefined) return refuse('rating_not_mapped', claim.ratingId);
      if (!findRating(command.scale, ratingId)) refuse('rating_not_in_scale', ratingId);
      table.set(claim.id, { ...claim, ratingId });
    }
  });
  return {
    project: { ...project, scale: command.scale, claims },
    inverse: { type: 'scale.change', scale: project.scale, mapping: {}, ratings: Object.fromEntries(old) },
  };
}

/** What a record says itself; `constructor` may be an id. */
function entry(record: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function withClaim(project: Project, claim: Claim): Project {
  return { ...project, claims: project.claims.set(claim.id, claim) };
}

/** The project with an id entered into, or taken out of, the annotations of a story. */
function indexed(
  project: Project,
  key: StoryKey,
  kind: keyof StoryAnnotations,
  id: string,
  present: boolean,
): Project {
  const entry = project.byStory.get(key) ?? NO_ANNOTATIONS;
  const others = entry[kind].filter((candidate) => candidate !== id);
  const ids = present ? [...others, id].sort() : others;
  const next = { ...entry, [kind]: ids };
  const empty = next.claims.length + next.taggings.length + next.notes.length === 0;
  return { ...project, byStory: empty ? project.byStory.delete(key) : project.byStory.set(key, next) };
}

/** A change that came without passing through JSON may name what it leaves alone, as undefined. */
function given<C extends object>(changes: C): { [K in keyof C]: Exclude<C[K], undefined> } {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [K in keyof C]: Exclude<C[K], undefined> };
}

/** The old values of what a change names. */
function before<T extends object, C extends object>(old: T, changes: C): C {
  return Object.fromEntries(Object.keys(given(changes)).map((key) => [key, old[key as keyof T]])) as C;
}

/** A tag's name is told apart from its siblings', and no tag is above itself. */
function mustFit(project: Project, tag: Tag): void {
  if (tag.parentId !== null) known(project.tags.get(tag.parentId), 'tag', tag.parentId);
  for (let above = tag.parentId; above !== null; above = project.tags.get(above)?.parentId ?? null) {
    if (above === tag.id) refuse('tag_above_itself', tag.name);
  }
  const name = fold(tag.name);
  const twin = project.tags.find(
    (other) => other.id !== tag.id && other.parentId === tag.parentId && fold(other.name) === name,
  );
  if (twin) throw new UratoriError('command-duplicate', { what: 'tag', name: twin.name });
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function mustBeRating(project: Project, ratingId: string | null): void {
  if (ratingId !== null && !findRating(project.scale, ratingId)) refuse('rating_not_in_scale', ratingId);
}

function known<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined) throw new UratoriError('command-unknown-target', { what, id });
  return found;
}

function mustBeNew(exists: boolean, what: string, name: string): void {
  if (exists) throw new UratoriError('command-duplicate', { what, name });
}

/** `reason` selects a branch of the message; its grammar takes no hyphens. */
function refuse(reason: string, name: string): never {
  throw new UratoriError('command-refused', { reason, name });
}

function assertNever(value: never): never {
  throw new Error(`not a command: ${JSON.stringify(value)}`);
}
