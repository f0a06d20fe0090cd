import { type ReactNode, useEffect, useRef } from 'react';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { AnnotationKind } from '../store/state.ts';

interface Props {
  kind: AnnotationKind;
  id: string;
  /** What the list shows of it, chosen or not. */
  head: ReactNode;
  /** Its editor, shown while it is chosen. */
  children: ReactNode;
}

/** One annotation in the list: choosing it selects it in the text, and opens it here. */
export function AnnotationItem({ kind, id, head, children }: Props) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState(({ selected }) => selected?.kind === kind && selected.id === id);
  const hovered = useWorkspaceState(({ hovered }) => hovered?.kind === kind && hovered.id === id);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li
      ref={element}
      className="annotation"
      data-kind={kind}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      onPointerEnter={() => workspace.hover({ kind, id })}
      onPointerLeave={() => workspace.hover(null)}
    >
      <button
        type="button"
        className="annotation-head"
        aria-expanded={selected}
        onClick={() => workspace.select(selected ? null : { kind, id })}
      >
        {head}
      </button>
      {selected ? <div className="annotation-editor">{children}</div> : null}
    </li>
  );
}
