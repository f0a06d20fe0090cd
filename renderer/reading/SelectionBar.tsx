import { useLayoutEffect, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { runAction } from '../keys/run-action.ts';
import { useKeyNames } from '../keys/use-key-names.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { ReadingSurface } from './reading-surface.ts';

const ACTIONS = [
  'claim',
  'tag',
  'note',
  'quote-evidence',
  'add-span',
  'resize-span',
] as const satisfies readonly ActionId[];

/** What can be done with the selected text, beside it. */
export function SelectionBar({ surface }: { surface: ReadingSurface }) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const keyNames = useKeyNames();
  const selection = useWorkspaceState((state) => state.selection);
  const selected = useWorkspaceState((state) => state.selected);
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? false);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);

  useLayoutEffect(() => {
    const boxes = selection ? surface.boxesOf(selection) : [];
    const last = boxes.at(-1);
    const first = boxes[0];
    if (!last || !first) {
      setPlace(null);
      return;
    }
    const view = surface.root.getBoundingClientRect();
    const below = last.bottom - view.top + surface.root.scrollTop + 8;
    const left = Math.max(12, Math.min(last.left - view.left, view.width - 380)) + surface.root.scrollLeft;
    // A line from top to bottom has no room below: the bar stands over its end.
    setPlace({ top: surface.vertical ? Math.min(below, view.height - 56) : below, left });
  }, [selection, surface]);

  if (!selection || !place || readOnly) return null;
  const fits = (id: (typeof ACTIONS)[number]) =>
    id === 'add-span' ? selected?.kind === 'claim' : id === 'resize-span' ? selected !== null : true;
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={t('reading.selection')}
      style={{ top: place.top, left: place.left }}
    >
      {ACTIONS.filter(fits).map((id) => (
        <button
          key={id}
          type="button"
          className="button quiet small"
          // The selection has to survive the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runAction(workspace, id)}
        >
          {t(`selection.${id}`)} <kbd>{keyNames(id)}</kbd>
        </button>
      ))}
    </div>
  );
}
