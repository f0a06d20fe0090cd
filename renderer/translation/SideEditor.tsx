import type { Anchor } from '../../app/anchor.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { anchorOf } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { NoteSide, type Side } from './NoteSide.tsx';

interface Props {
  side: Side;
  anchor: Anchor | null;
  /** A note sits on at least one side. */
  removable: boolean;
  onChange: (anchor: Anchor | null) => void;
}

/** One side of a note: its words, and how to link the selected ones instead. */
export function SideEditor({ side, anchor, removable, onChange }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const selection = useWorkspaceState((state) => state.selection);
  const link = () => {
    const desk = workspace.desk();
    const selected = desk && selection ? anchorOf(desk, selection) : null;
    if (selected) onChange(selected);
  };
  return (
    <div className="side-editor">
      <NoteSide side={side} anchor={anchor} />
      {editable ? (
        <div className="buttons">
          <button
            type="button"
            className="button small"
            disabled={selection === null}
            title={selection === null ? t('note.link.selectFirst') : undefined}
            // The selection in the text has to survive the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={link}
          >
            {t(side === 'original' ? 'note.link.original' : 'note.link.translation')}
          </button>
          {anchor && removable ? (
            <button
              type="button"
              className="button small quiet"
              aria-label={t(side === 'original' ? 'note.unlink.original' : 'note.unlink.translation')}
              onClick={() => onChange(null)}
            >
              {t('note.unlink')}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
