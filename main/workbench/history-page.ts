import type { HistoryPage, PastChange } from '../../app/contract.ts';
import { mentionedIn, singles } from '../../app/history/touched.ts';
import type { Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';
import type { JournalEntry } from '../project/journal.ts';
import type { Past } from '../project/past.ts';
import type { HistoryIndex } from './history-index.ts';

/** Single changes of a command that are shown; one may have thousands. */
const MOST_PARTS = 12;

interface Wanted {
  storyKey: StoryKey | null;
  before: number | null;
  most: number;
}

/** The changes of a project or story before a sequence, with what is needed to put them into words. */
export function historyPage(
  past: Past,
  index: HistoryIndex,
  project: Project,
  { storyKey, before, most }: Wanted,
): Omit<HistoryPage, 'restorableFrom'> {
  const entries: JournalEntry[] = [];
  let next: number | null = null;
  for (let at = past.sequences.length - 1; at >= 0; at -= 1) {
    const sequence = past.sequences[at] as number;
    if (before !== null && sequence >= before) continue;
    if (storyKey !== null && !index.isAbout(sequence, storyKey)) continue;
    const entry = past.entry(sequence);
    // What the program keeps up by itself is no change of anybody's.
    if (!entry || entry.cause === 'upkeep') continue;
    if (entries.length === most) {
      next = entries.at(-1)?.sequence ?? null;
      break;
    }
    entries.push(entry);
  }
  const changes = entries.map(told);
  return {
    changes,
    before: next,
    removed: removedOf(changes, past, index, project),
    oldest: past.sequences[0] ?? null,
  };
}

function told({ sequence, at, by, cause, command }: JournalEntry): PastChange {
  const all = [...singles(command)];
  return {
    sequence,
    at,
    by: by ?? null,
    cause,
    commands: all.slice(0, MOST_PARTS),
    parts: all.length,
  };
}

/** What changes name that is gone, as it was when it was made. */
function removedOf(
  changes: readonly PastChange[],
  past: Past,
  index: HistoryIndex,
  project: Project,
): HistoryPage['removed'] {
  const named = changes.flatMap(({ commands }) => commands.map(mentionedIn));
  const gone = (kind: 'claims' | 'taggings' | 'notes' | 'tags') =>
    new Set(named.flatMap((ids) => ids[kind]).filter((id) => !project[kind].has(id)));
  const makers = (ids: Iterable<string>) =>
    [...ids].flatMap((id) => {
      const entry = past.entry(index.madeIn(id) ?? 0);
      return entry ? [...singles(entry.command)].map((command) => ({ id, command })) : [];
    });
  const taggings = makers(gone('taggings')).flatMap(({ id, command }) =>
    command.type === 'tagging.add' && command.tagging.id === id ? [command.tagging] : [],
  );
  const tags = new Set([...gone('tags'), ...taggings.map(({ tagId }) => tagId)]);
  return {
    taggings,
    claims: makers(gone('claims')).flatMap(({ id, command }) =>
      command.type === 'claim.add' && command.claim.id === id ? [command.claim] : [],
    ),
    notes: makers(gone('notes')).flatMap(({ id, command }) =>
      command.type === 'note.add' && command.note.id === id ? [command.note] : [],
    ),
    tags: makers([...tags].filter((id) => !project.tags.has(id))).flatMap(({ id, command }) =>
      command.type === 'tag.add' && command.tag.id === id ? [command.tag] : [],
    ),
  };
}
