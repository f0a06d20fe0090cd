import { memo } from 'react';
import type { TranslationNote } from '../../app/translation-note.ts';
import { useTranslator } from '../i18n/context.ts';
import { AnnotationItem } from '../inspector/AnnotationItem.tsx';
import { KIND_LABELS } from './kinds.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteSide } from './NoteSide.tsx';

export const NoteItem = memo(function NoteItem({ note }: { note: TranslationNote }) {
  const { t } = useTranslator();
  const head = (
    <span className="note-head">
      <span className="note-kind">{t(KIND_LABELS[note.kind])}</span>
      <span className="note-sides">
        <NoteSide side="original" anchor={note.original} short />
        <NoteSide side="translation" anchor={note.translation} short />
      </span>
    </span>
  );
  return (
    <AnnotationItem kind="note" id={note.id} head={head}>
      <NoteEditor note={note} />
    </AnnotationItem>
  );
});
