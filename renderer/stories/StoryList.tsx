import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { StoryListRow } from '../../app/contract.ts';
import { storyKey } from '../../app/story.ts';
import { useChosenStories } from '../bulk/chosen-stories.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { openStoryAt } from '../store/stepping.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { RowPages } from './row-pages.ts';
import { StoryListItem } from './StoryListItem.tsx';

const ROW_HEIGHT = 84;

/** The stories of the current view. */
export function StoryList() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const pages = useMemo(() => new RowPages(workspace.connection, refresh), [workspace]);
  const view = useWorkspaceState((state) => state.view);
  const ordinal = useWorkspaceState((state) => state.ordinal);
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? '');
  const place = usePlace(ordinal, pages);
  const choice = useChosenStories();
  const visible = useRef({ from: 0, to: 0 });

  useEffect(() => {
    pages.show(view);
    pages.need(visible.current.from, visible.current.to);
    refresh();
  }, [pages, view]);

  const need = useCallback(
    (from: number, to: number) => {
      visible.current = { from, to };
      pages.need(from, to);
    },
    [pages],
  );

  if (view?.count === 0 && view.complete) return <p className="no-stories">{t('stories.none')}</p>;
  return (
    <VirtualList
      id="stories"
      label={t('stories.label')}
      list={view ? `${view.view} ${view.order}` : ''}
      count={view?.count ?? 0}
      rowHeight={ROW_HEIGHT}
      current={place}
      choice={choice}
      onVisible={need}
      onChoose={(chosen) => {
        const row = pages.row(chosen);
        void (row ? workspace.openStory(row.ordinal) : openStoryAt(workspace, chosen));
      }}
      render={(at) => {
        const row: StoryListRow | null = pages.row(at);
        return row ? (
          <StoryListItem row={row} storyKey={storyKey(dumpId, row.id)} />
        ) : (
          <span className="row-pending" aria-hidden />
        );
      }}
    />
  );
}

/**
 * Where the open story stands in the list: among the rows at hand, else as the main process says. Null where the list
 * does not have it, undefined as long as that is not known.
 */
function usePlace(ordinal: number | null, pages: RowPages): number | null | undefined {
  const workspace = useWorkspace();
  const view = useWorkspaceState((state) => state.view);
  const [asked, setAsked] = useState<{ of: string; place: number | null } | null>(null);
  const near = ordinal === null || !view ? null : pages.placeOf(view, ordinal);
  const of = view && ordinal !== null ? `${view.view} ${view.order} ${ordinal}` : '';
  useEffect(() => {
    if (ordinal === null || !view || near !== null) return;
    let current = true;
    workspace.connection
      .call('stories.place', { view: view.view, ordinal })
      .then(({ place }) => {
        if (current) setAsked({ of: `${view.view} ${view.order} ${ordinal}`, place });
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [workspace, ordinal, view, near]);
  if (ordinal === null) return null;
  return near ?? (asked?.of === of ? asked.place : undefined);
}
