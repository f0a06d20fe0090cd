import type { Problem } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { type Story, type StoryRef, storyKey } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';
import { misplacedIn, quotesOf } from './quotes.ts';

/** UTF-16 units of words in a message. */
const MOST = 120;

/** The stories of a project that are in one of its dumps, in the order of the dump. */
export function refsOf(project: Project, dumpId: string): StoryRef[] {
  return [...project.stories.values()]
    .filter((ref) => ref.dumpId === dumpId)
    .sort((a, b) => a.ordinal - b.ordinal || (a.storyId < b.storyId ? -1 : 1));
}

/** What reading a story found: itself, and what is wrong with it. */
export interface Looked {
  ref: StoryRef;
  story: Story | null;
  /** How many quotes were looked for. */
  quotes: number;
  problems: Problem[];
}

/** Looks up every story of a dump, and each quote at its place in it. Reads one after the other. */
export async function* lookThrough(
  project: Project,
  refs: readonly StoryRef[],
  dump: Pick<Dump, 'find' | 'read'>,
  dumpName: string,
): AsyncGenerator<Looked> {
  for (const ref of refs) {
    const quotes = quotesOf(project, storyKey(ref.dumpId, ref.storyId));
    const ordinal = await dump.find(ref.storyId, { ordinal: ref.ordinal, byteStart: ref.byteStart });
    const story = ordinal === null ? null : await dump.read(ordinal);
    const named = { dump: dumpName, story: shortened(ref.lead || ref.storyId) };
    const problems: Problem[] =
      story === null
        ? [{ code: 'bundle-story-missing', params: named }]
        : misplacedIn(story.text, quotes).map(({ quote }) => ({
            code: 'bundle-quote-mismatch',
            params: { ...named, quote: shortened(quote) },
          }));
    yield { ref, story, quotes: quotes.length, problems };
  }
}

function shortened(words: string): string {
  return words.length > MOST ? `${words.slice(0, MOST).replace(/[\ud800-\udbff]$/u, '')}…` : words;
}
