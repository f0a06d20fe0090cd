import { useMemo } from 'react';
import { suggestWordings } from '../../app/translation/suggest-wording.ts';
import type { TranslationNote } from '../../app/translation-note.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspaceState } from '../store/context.ts';
import '../checks/checks.css';

interface Props {
  note: TranslationNote;
  onUse: (wording: string) => void;
}

/** What earlier notes suggested for words like these; nothing where there is none, or where it stands in the field already. */
export function WordingSuggestions({ note, onUse }: Props) {
  const { t, number } = useTranslator();
  const notes = useWorkspaceState(({ open }) => open?.project.notes);
  const words = note.original?.quote ?? '';
  const found = useMemo(
    () => (notes && words !== '' ? suggestWordings(words, notes.values(), note.id) : []),
    [notes, words, note.id],
  );
  const other = found.filter(({ wording }) => wording !== note.suggestion.trim());
  if (other.length === 0) return null;
  return (
    <div className="field">
      <span className="label">{t('note.wordings')}</span>
      <ul className="wordings">
        {other.map(({ noteId, wording, original, likeness }) => (
          <li key={noteId}>
            <button type="button" className="button small" onClick={() => onUse(wording)}>
              <span>{wording}</span>
              <span className="faint">
                {t('note.wordings.for', { original, percent: number(Math.round(likeness * 100)) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
