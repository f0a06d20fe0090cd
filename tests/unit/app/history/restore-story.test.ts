import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../../app/apply/tags.ts';
import { apply } from '../../../../app/apply.ts';
import { restoreStory } from '../../../../app/history/restore-story.ts';
import { madeBy, mentionedIn, singles, storiesTouched } from '../../../../app/history/touched.ts';
import { annotationsOf, type Project, toData } from '../../../../app/project.ts';
import { findRating } from '../../../../app/rating-scale.ts';
import { commandFor, type Intent, intents, startProject, T0 } from '../random-commands.ts';

function worked(project: Project, list: readonly Intent[]): Project {
  return list.reduce((before, intent) => {
    try {
      return apply(before, commandFor(before, intent)).project;
    } catch {
      return before;
    }
  }, project);
}

/**
 * What stands in the margin of a story, by what its tags are called now, with ratings only where the scale has them and
 * quotes of other stories where these are there then and now.
 */
function marginsOf(now: Project, then: Project) {
  const stays = (cited: string) => now.stories.has(cited) && then.stories.has(cited);
  return (project: Project, key: string) => {
    const { claims, taggings, notes, judgements } = annotationsOf(project, key);
    return {
      claims: claims.map((id) => {
        const claim = project.claims.get(id);
        return {
          ...claim,
          ratingId: findRating(now.scale, claim?.ratingId ?? null)?.id ?? null,
          evidence: claim?.evidence.map((entry) => ({
            ...entry,
            // A story that is gone may come back under another id, or as its words alone.
            story: entry.story && stays(entry.story.storyKey) ? entry.story : null,
            quote: entry.quote || (entry.story?.anchor.quote ?? ''),
          })),
        };
      }),
      taggings: taggings.map((id) => {
        const tagging = project.taggings.get(id);
        const tagId = tagging?.tagId ?? '';
        const tag = now.tags.get(tagId) ?? project.tags.get(tagId);
        return { ...tagging, tagId: foldName(tag?.name ?? '') };
      }),
      notes: notes.map((id) => project.notes.get(id)),
      review: project.reviews.get(key) ?? null,
      note: project.storyNotes.get(key) ?? null,
      judgements: judgements.map((id) => project.judgements.get(id)),
      pairs: project.alignments.get(key) ?? null,
      dismissed: project.dismissedSuggestions.get(key) ?? null,
    };
  };
}

/** Something of the story is another story's in the other project. */
function isMoved(now: Project, then: Project, key: string): boolean {
  return (['claims', 'taggings', 'notes', 'judgements'] as const).some((kind) =>
    [now, then].some((project) =>
      annotationsOf(project, key)[kind].some((id) =>
        [now, then].some((other) => (other[kind].get(id)?.storyKey ?? key) !== key),
      ),
    ),
  );
}

describe('one story as it was before', () => {
  it('is what it was, everything else stays, and one undo takes it back', () => {
    fc.assert(
      fc.property(intents(30), intents(30), (first, second) => {
        const then = worked(startProject(), first);
        const now = worked(then, second);
        const margin = marginsOf(now, then);
        for (const key of then.stories.keys()) {
          if (!now.dumps.has(then.stories.get(key)?.dumpId ?? '')) continue;
          if (isMoved(now, then, key)) {
            expect(() => restoreStory(now, then, key)).toThrow('history-story-moved');
            continue;
          }
          const command = restoreStory(now, then, key);
          if (command === null) {
            expect(margin(now, key)).toEqual(margin(then, key));
            continue;
          }
          const { project, inverse } = apply(now, command);
          expect(margin(project, key)).toEqual(margin(then, key));
          for (const other of now.stories.keys())
            if (other !== key) expect(margin(project, other)).toEqual(margin(now, other));
          expect(toData(apply(project, inverse).project)).toEqual(toData(now));
          expect(restoreStory(project, then, key)).toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a change is about', () => {
  it('is told by its fields, through what earlier changes made', () => {
    const project = startProject();
    const claim = [...project.claims.values()][0];
    const [key] = [...project.stories.keys()];
    if (!claim || key === undefined) throw new Error('the start has a claim');
    const add = { type: 'claim.add', claim } as const;
    expect(madeBy(add)).toEqual([{ id: claim.id, storyKey: claim.storyKey }]);
    expect(storiesTouched(add, () => undefined)).toEqual([claim.storyKey]);
    const edit = { type: 'claim.edit', claimId: claim.id, changes: { wording: 'x' } } as const;
    expect(storiesTouched(edit, (id) => (id === claim.id ? claim.storyKey : undefined))).toEqual([
      claim.storyKey,
    ]);
    expect(mentionedIn(edit)).toEqual({ claims: [claim.id], taggings: [], notes: [], tags: [] });
    const tagging = {
      id: 'u',
      tagId: 't',
      storyKey: key,
      anchor: null,
      createdAt: T0,
      createdBy: '',
      memo: '',
    };
    expect(mentionedIn({ type: 'tagging.add', tagging }).tags).toEqual(['t']);
    expect(
      storiesTouched({ type: 'scale.change', scale: project.scale, mapping: {}, ratings: {} }, () => key),
    ).toBe('all');
    expect([...singles({ type: 'batch', commands: [edit, { type: 'batch', commands: [add] }] })]).toEqual([
      edit,
      add,
    ]);
  });
});
