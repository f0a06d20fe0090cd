import type { StoryListRow } from '../../../app/contract.ts';
import type { Project } from '../../../app/project.ts';
import type { RatingScale } from '../../../app/rating-scale.ts';
import type { Tag } from '../../../app/tag.ts';
import { savedInOrder } from '../../filters/saved-filters.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { ActionId } from '../../keys/actions.ts';
import { namedQueues } from '../../queue/queue-names.ts';
import { actionLabel } from '../action-label.ts';
import { offeredActions } from '../rating-actions.ts';
import { type Folded, foldText, fuzzy, type Match } from './fuzzy.ts';

/** What the palette offers. */
export type PaletteTarget =
  | { kind: 'action'; id: ActionId }
  | { kind: 'tag'; id: string }
  | { kind: 'queue'; id: string }
  | { kind: 'filter'; id: string }
  | { kind: 'claim'; id: string; storyKey: string; ratingId: string | null }
  | { kind: 'story'; ordinal: number };

export interface PaletteEntry {
  target: PaletteTarget;
  label: string;
  detail: string;
  folded: Folded;
}

export interface FoundEntry extends PaletteEntry {
  match: Match;
}

export const PALETTE_KINDS = [
  'action',
  'queue',
  'filter',
  'tag',
  'claim',
  'story',
] as const satisfies readonly PaletteTarget['kind'][];

/** Entries of a kind that are shown at most; all actions while nothing is typed, since the palette is also a menu. */
const SHOWN = 8;

export function actionEntries(translator: Translator, scale: RatingScale | null): PaletteEntry[] {
  return offeredActions(scale)
    .filter((id) => id !== 'command-palette')
    .map((id) => entry({ kind: 'action', id }, actionLabel(translator, id, scale), ''));
}

export function projectEntries(project: Project): PaletteEntry[] {
  const tags = [...project.tags.values()].map((tag) =>
    entry({ kind: 'tag', id: tag.id }, tag.name, pathOf(project, tag)),
  );
  const claims = [...project.claims.values()].map(({ id, storyKey, ratingId, wording, claimant, anchors }) =>
    entry({ kind: 'claim', id, storyKey, ratingId }, wording || (anchors[0]?.quote ?? ''), claimant),
  );
  return [...tags, ...claims];
}

export function storyEntries(rows: readonly StoryListRow[]): PaletteEntry[] {
  return rows.map(({ ordinal, lead, source }) => entry({ kind: 'story', ordinal }, lead, source?.name ?? ''));
}

/** Ways through the stories that were given a name: queues and filters. */
export function queueEntries(project: Project, translator: Translator): PaletteEntry[] {
  const queues = namedQueues(project, translator).map(({ id, name }) =>
    entry({ kind: 'queue', id }, name, ''),
  );
  const filters = savedInOrder(project.filters, translator.locale).map(({ id, name, filter }) =>
    entry({ kind: 'filter', id }, name, filter.query),
  );
  return [...queues, ...filters];
}

/** The entries that fit a query, kind by kind, the best first. */
export function find(entries: readonly PaletteEntry[], query: string): FoundEntry[] {
  const blank = query.trim() === '';
  const found = entries.flatMap((candidate): FoundEntry[] => {
    const match = fuzzy(query, candidate.folded);
    return match ? [{ ...candidate, match }] : [];
  });
  return PALETTE_KINDS.flatMap((kind) => {
    const ofKind = found.filter(({ target }) => target.kind === kind);
    if (blank) return kind === 'action' ? ofKind : ofKind.slice(0, SHOWN);
    return ofKind.sort((a, b) => b.match.score - a.match.score).slice(0, SHOWN);
  });
}

function entry(target: PaletteTarget, label: string, detail: string): PaletteEntry {
  return { target, label, detail, folded: foldText(`${label} ${detail}`) };
}

function pathOf(project: Project, tag: Tag): string {
  const above: string[] = [];
  let parent = tag.parentId === null ? undefined : project.tags.get(tag.parentId);
  while (parent) {
    above.unshift(parent.name);
    parent = parent.parentId === null ? undefined : project.tags.get(parent.parentId);
  }
  return above.join(' › ');
}
