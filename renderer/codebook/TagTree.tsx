import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { Keys } from '../dialogs/Keys.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { isComposing } from '../keys/keymap.ts';
import { useWorkspace } from '../store/context.ts';
import { TagChip } from '../ui/TagChip.tsx';
import { moveTag, placeByKey, siblingsOf, type TagPlace } from './move-tag.ts';
import { type TreeRow, treeRows } from './tree-rows.ts';
import { type DropSide, useTagDrag } from './use-drag.ts';

const DIRECTIONS: Record<string, 'up' | 'down' | 'in' | 'out'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

interface Props {
  project: Project;
  uses: ReadonlyMap<string, { uses: number }>;
  text: string;
  chosen: string | null;
  onChoose: (tagId: string) => void;
}

/** The codebook as a tree: arrows go through it, with Alt they move the tag; so does dragging. */
export function TagTree({ project, uses, text, chosen, onChoose }: Props) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(project, closed, text, locale);
  const current = rows.find(({ tag }) => tag.id === chosen) ?? rows[0];

  const close = (tagId: string, isClosed: boolean) => {
    const next = new Set(closed);
    if (isClosed) next.add(tagId);
    else next.delete(tagId);
    setClosed(next);
  };
  const move = (tag: Tag, place: TagPlace | null) => {
    const command = place && moveTag(project, tag, place, locale);
    if (!command) return;
    if (place.parentId !== null) close(place.parentId, false);
    void workspace.execute(command);
  };
  const drag = useTagDrag((tagId, over, side) => {
    const tag = project.tags.get(tagId);
    if (tag) move(tag, dropPlace(project, over, side, locale));
  });
  const focusOn = (row: TreeRow | undefined) => {
    if (!row) return;
    onChoose(row.tag.id);
    tree.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(row.tag.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !current || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    const at = rows.indexOf(current);
    if (event.altKey) {
      if (!direction) return;
      if (editable) move(current.tag, placeByKey(project, current.tag, direction, locale));
    } else if (event.key === 'ArrowDown') focusOn(rows[at + 1]);
    else if (event.key === 'ArrowUp') focusOn(rows[at - 1]);
    else if (event.key === 'Home') focusOn(rows[0]);
    else if (event.key === 'End') focusOn(rows.at(-1));
    else if (event.key === 'ArrowRight') {
      if (current.open) focusOn(rows[at + 1]);
      else if (current.open === false) close(current.tag.id, false);
    } else if (event.key === 'ArrowLeft') {
      if (current.open) close(current.tag.id, true);
      else focusOn(rows.find(({ tag }) => tag.id === current.tag.parentId));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // A tag that was moved is another element now; whoever moved it goes on moving it.
  const order = rows.map(({ tag }) => tag.id).join(' ');
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new order takes the focus away.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusOn(current);
  }, [order]);

  if (rows.length === 0)
    return <p className="faint">{t(text === '' ? 'codebook.none' : 'codebook.none-found')}</p>;
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('codebook.title')}
      className="tag-tree"
      onKeyDown={onKeyDown}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget) hadFocus.current = false;
      }}
    >
      {rows.map(({ tag, depth, place, siblings, open }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys.
        <div
          key={tag.id}
          role="treeitem"
          data-tag={tag.id}
          aria-level={depth + 1}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-expanded={open ?? undefined}
          aria-selected={tag.id === chosen}
          tabIndex={tag === current?.tag ? 0 : -1}
          className="tag-tree-row"
          data-drop={drag.sideOver(tag)}
          style={{ paddingInlineStart: 6 + Math.min(depth, 8) * 18 }}
          draggable={editable}
          {...drag.rowProps(tag)}
          onClick={() => onChoose(tag.id)}
        >
          <span
            className="tag-tree-twig"
            aria-hidden
            onClick={(event) => {
              if (open === null) return;
              event.stopPropagation();
              close(tag.id, open);
            }}
          >
            {open === null ? '' : open ? '▾' : '▸'}
          </span>
          <TagChip tag={tag} />
          {tag.shortcut === '' ? null : <Keys keys={[tag.shortcut]} />}
          <span className="faint tag-tree-uses">
            {t('tag.uses.short', { uses: uses.get(tag.id)?.uses ?? 0 })}
          </span>
        </div>
      ))}
    </div>
  );
}

function dropPlace(project: Project, over: Tag, side: DropSide, locale: string): TagPlace {
  if (side === 'inside') return { parentId: over.id, beforeId: null };
  if (side === 'before') return { parentId: over.parentId, beforeId: over.id };
  const siblings = siblingsOf(project, over.parentId, locale);
  return { parentId: over.parentId, beforeId: siblings[siblings.indexOf(over) + 1]?.id ?? null };
}
