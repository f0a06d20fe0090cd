import type { StoryFilter } from '../../app/contract.ts';
import type { KeptFilter, SavedFilter } from '../../app/saved-filter.ts';
import type { Workspace } from '../store/workspace.ts';

/** What the list shows now, as it is kept: sources by what they are called. */
export async function keptFilter(workspace: Workspace): Promise<KeptFilter> {
  const { filter } = workspace.state.get();
  const dumpId = workspace.currentDump()?.dumpId ?? '';
  const ids = filter.sources;
  const sources = ids.length === 0 ? [] : await workspace.connection.call('sources.named', { dumpId, ids });
  return { ...filter, sources };
}

/** A kept filter as it is in the dump that is shown. */
export async function filterHere(workspace: Workspace, kept: KeptFilter): Promise<StoryFilter> {
  const dumpId = workspace.currentDump()?.dumpId ?? '';
  const sources =
    kept.sources.length === 0
      ? []
      : await workspace.connection.call('sources.find', { dumpId, sources: kept.sources });
  return { ...kept, sources };
}

export async function showSaved(workspace: Workspace, { filter, sort }: SavedFilter): Promise<void> {
  await workspace.attempt(async () => {
    await workspace.listStories(await filterHere(workspace, filter), sort);
  });
}

export function savedInOrder(saved: { values(): Iterable<SavedFilter> }, locale: string): SavedFilter[] {
  const order = new Intl.Collator(locale, { numeric: true });
  return [...saved.values()].sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
