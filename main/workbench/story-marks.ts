import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../app/commands.ts';
import { annotationsOf, type Project } from '../../app/project.ts';
import { type StoryKey, type StoryRow, storyKey } from '../../app/story.ts';
import { reviewOf } from '../../app/story-annotations.ts';
import type { Marked, StoryMark } from '../../app/story-mark.ts';
import type { Dump } from '../dumps/dump.ts';

/** Rows read before others have their turn. */
const AT_A_TIME = 500;

/** Who marks stories, and when. */
export interface Signature {
  by: string;
  at: string;
}

/**
 * The commands that mark stories, and what they change. Stories that are so already get none; those that are not in the
 * project come into it.
 */
export async function markCommands(
  project: Project,
  dumpId: string,
  dump: Dump,
  ordinals: readonly number[],
  mark: StoryMark,
  signature: Signature,
): Promise<{ commands: Command[]; marked: Marked }> {
  const commands: Command[] = [];
  const marked: Marked = { stories: ordinals.length, changed: 0, added: 0, signedOff: 0 };
  for (let from = 0; from < ordinals.length; from += AT_A_TIME) {
    const rows = await dump.rows(ordinals.slice(from, from + AT_A_TIME));
    for (const row of rows) {
      const key = storyKey(dumpId, row.id);
      if (mark.kind === 'review' && reviewOf(project, key) === 'signed-off') {
        marked.signedOff += 1;
        continue;
      }
      const changes = commandsFor(project, key, mark, signature);
      if (changes.length === 0) continue;
      marked.changed += 1;
      if (!project.stories.has(key)) {
        marked.added += 1;
        commands.push({
          type: 'story.add',
          story: { ...refOfRow(dumpId, row), ...dump.rangeOf(row.ordinal) },
        });
      }
      commands.push(...changes);
    }
    await setImmediate();
  }
  return { commands, marked };
}

function commandsFor(project: Project, key: StoryKey, mark: StoryMark, { by, at }: Signature): Command[] {
  switch (mark.kind) {
    case 'review': {
      const { state } = mark;
      return reviewOf(project, key) === state
        ? []
        : [{ type: 'review.mark', storyKey: key, state, by, at, why: '' }];
    }
    case 'tag': {
      if (usesOnStory(project, key, mark.tagId).length > 0) return [];
      const tagging = { id: randomUUID(), tagId: mark.tagId, storyKey: key, anchor: null, memo: '' };
      return [{ type: 'tagging.add', tagging: { ...tagging, createdAt: at, createdBy: by } }];
    }
    case 'untag':
      return usesOnStory(project, key, mark.tagId).map((id) => ({ type: 'tagging.remove', taggingId: id }));
  }
}

function usesOnStory(project: Project, key: StoryKey, tagId: string): string[] {
  return annotationsOf(project, key).taggings.filter((id) => {
    const use = project.taggings.get(id);
    return use?.tagId === tagId && use.anchor === null;
  });
}

function refOfRow(dumpId: string, { id, ordinal, source, publishedAt, lang, lead }: StoryRow) {
  return { dumpId, storyId: id, ordinal, source, publishedAt, lang, lead };
}
