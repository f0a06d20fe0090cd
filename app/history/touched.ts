import type { Command, SingleCommand } from '../commands.ts';
import { type StoryKey, storyKey } from '../story.ts';

/** What a change names: ids of what it changes, makes or takes away. */
export interface Mentioned {
  claims: string[];
  taggings: string[];
  notes: string[];
  tags: string[];
}

/** The single changes of a command, in order. */
export function* singles(command: Command): Generator<SingleCommand> {
  if (command.type !== 'batch') yield command;
  else for (const part of command.commands) yield* singles(part);
}

/**
 * The stories that a change is about; `all` for one that is about every story. It is told by the names of the fields,
 * which mean the same in every command, so that a new command needs nothing here.
 * @param owner the story of a claim, use of a tag or note
 */
export function storiesTouched(
  command: SingleCommand,
  owner: (id: string) => StoryKey | undefined,
): StoryKey[] | 'all' {
  if (command.type === 'scale.change') return 'all';
  const fields = command as Fields;
  const found = [fields.storyKey, ...made(fields).map((record) => record.storyKey)];
  for (const id of [fields.claimId, fields.taggingId, fields.noteId])
    if (typeof id === 'string') found.push(owner(id));
  const { story } = fields;
  if (isRecord(story) && typeof story.dumpId === 'string' && typeof story.storyId === 'string')
    found.push(storyKey(story.dumpId, story.storyId));
  return [...new Set(found.filter((key) => typeof key === 'string'))];
}

/** The claim, use of a tag or note that a change makes, with the story that it belongs to. */
export function madeBy(command: SingleCommand): { id: string; storyKey: StoryKey }[] {
  return made(command as Fields).flatMap(({ id, storyKey: key }) =>
    typeof id === 'string' && typeof key === 'string' ? [{ id, storyKey: key }] : [],
  );
}

export function mentionedIn(command: SingleCommand): Mentioned {
  const fields = command as Fields;
  const ids = (...values: unknown[]) => values.filter((value) => typeof value === 'string');
  const inside = (record: unknown, field: string) => (isRecord(record) ? record[field] : undefined);
  return {
    claims: ids(fields.claimId),
    taggings: ids(fields.taggingId),
    notes: ids(fields.noteId),
    tags: ids(fields.tagId, inside(fields.tagging, 'tagId'), inside(fields.changes, 'tagId')),
  };
}

type Fields = Record<string, unknown>;

function made(fields: Fields): Fields[] {
  return [fields.claim, fields.tagging, fields.note].filter(isRecord);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
