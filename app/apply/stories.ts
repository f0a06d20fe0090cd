import type { Claim } from '../claim.ts';
import type { Command } from '../commands.ts';
import { annotationsOf, type Project } from '../project.ts';
import { type StoryKey, type StoryRef, storyKey } from '../story.ts';
import type { Applied, Appliers } from './applied.ts';
import { known, mustBeNew, refuse } from './checks.ts';

export const stories: Appliers<'story.add' | 'story.move' | 'story.remove'> = {
  'story.add'(project, command) {
    const { story } = command;
    known(project.dumps.get(story.dumpId), 'dump', story.dumpId);
    const key = storyKey(story.dumpId, story.storyId);
    mustBeNew(project.stories.has(key), 'story', key);
    return {
      project: { ...project, stories: project.stories.set(key, story) },
      inverse: { type: 'story.remove', storyKey: key },
    };
  },

  'story.move': (project, command) => moveStory(project, command.storyKey, command.story),

  'story.remove'(project, command) {
    const story = known(project.stories.get(command.storyKey), 'story', command.storyKey);
    const { byStory, alignments, reviews, storyNotes, dismissedSuggestions, citedBy } = project;
    const tables = [byStory, alignments, reviews, storyNotes, dismissedSuggestions, citedBy];
    if (tables.some((table) => table.has(command.storyKey))) refuse('story_in_use', story.lead);
    return {
      project: { ...project, stories: project.stories.delete(command.storyKey) },
      inverse: { type: 'story.add', story },
    };
  },
};

function moveStory(project: Project, from: StoryKey, story: StoryRef): Applied {
  const old = known(project.stories.get(from), 'story', from);
  known(project.dumps.get(story.dumpId), 'dump', story.dumpId);
  const to = storyKey(story.dumpId, story.storyId);
  const inverse: Command = { type: 'story.move', storyKey: to, story: old };
  if (to === from) return { project: { ...project, stories: project.stories.set(to, story) }, inverse };
  mustBeNew(project.stories.has(to), 'story', to);
  const ids = annotationsOf(project, from);
  const citing = project.citedBy.get(from) ?? [];
  const alignment = project.alignments.get(from);
  const review = project.reviews.get(from);
  const note = project.storyNotes.get(from);
  const dismissed = project.dismissedSuggestions.get(from);
  return {
    project: {
      ...project,
      stories: project.stories.delete(from).set(to, story),
      claims: project.claims.withMutations((claims) => {
        for (const id of ids.claims) claims.update(id, (claim) => ({ ...(claim as Claim), storyKey: to }));
        for (const id of citing) claims.update(id, (claim) => citingElsewhere(claim as Claim, from, to));
      }),
      taggings: project.taggings.withMutations((taggings) => {
        for (const id of ids.taggings)
          taggings.set(id, { ...known(taggings.get(id), 'tagging', id), storyKey: to });
      }),
      notes: project.notes.withMutations((notes) => {
        for (const id of ids.notes) notes.set(id, { ...known(notes.get(id), 'note', id), storyKey: to });
      }),
      judgements: project.judgements.withMutations((judgements) => {
        for (const id of ids.judgements)
          judgements.set(id, { ...known(judgements.get(id), 'judgement', id), storyKey: to });
      }),
      alignments: alignment
        ? project.alignments.delete(from).set(to, { ...alignment, storyKey: to })
        : project.alignments,
      reviews: review ? project.reviews.delete(from).set(to, { ...review, storyKey: to }) : project.reviews,
      storyNotes: note
        ? project.storyNotes.delete(from).set(to, { ...note, storyKey: to })
        : project.storyNotes,
      dismissedSuggestions: dismissed
        ? project.dismissedSuggestions.delete(from).set(to, { ...dismissed, storyKey: to })
        : project.dismissedSuggestions,
      byStory: project.byStory.has(from) ? project.byStory.delete(from).set(to, ids) : project.byStory,
      citedBy: citing.length > 0 ? project.citedBy.delete(from).set(to, citing) : project.citedBy,
    },
    inverse,
  };
}

function citingElsewhere(claim: Claim, from: StoryKey, to: StoryKey): Claim {
  const evidence = claim.evidence.map((entry) =>
    entry.story?.storyKey === from ? { ...entry, story: { ...entry.story, storyKey: to } } : entry,
  );
  return { ...claim, evidence };
}
