import type { Story, StoryRef } from '../../app/story.ts';

/** What a project remembers of a story of its dump. */
export function refOf(dumpId: string, story: Story): StoryRef {
  const { id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead } = story;
  return { dumpId, storyId: id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead };
}

/** Days since 1970-01-01 of a story's date, as dumps count them; null for a story without one. */
export function dayOf(ref: StoryRef): number | null {
  if (ref.publishedAt === null) return null;
  const ms = Date.parse(ref.publishedAt.slice(0, 10));
  return Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000);
}
