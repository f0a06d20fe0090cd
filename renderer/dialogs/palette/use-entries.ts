import { useEffect, useMemo, useState } from 'react';
import type { StoryListRow } from '../../../app/contract.ts';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { actionEntries, type PaletteEntry, projectEntries, queueEntries, storyEntries } from './entries.ts';

/** Stories of the list that the palette looks through. */
const ROWS = 200;

/** Everything the palette can find: actions, tags and claims of the project, the first stories of the list. */
export function useEntries(): PaletteEntry[] {
  const translator = useTranslator();
  const { connection } = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const scale = project?.scale ?? null;
  const view = useWorkspaceState((state) => state.view);
  const [rows, setRows] = useState<StoryListRow[]>([]);
  const id = view && view.count > 0 ? view.view : null;

  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    connection.call('stories.rows', { view: id, from: 0, count: ROWS }).then(
      (found) => {
        if (wanted) setRows(found);
      },
      // The list says what is wrong with it; the palette goes on without its stories.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [connection, id]);

  const actions = useMemo(() => actionEntries(translator, scale), [translator, scale]);
  const own = useMemo(
    () => (project ? [...queueEntries(project, translator), ...projectEntries(project)] : []),
    [project, translator],
  );
  const stories = useMemo(() => storyEntries(rows), [rows]);
  return useMemo(() => [...actions, ...own, ...stories], [actions, own, stories]);
}
