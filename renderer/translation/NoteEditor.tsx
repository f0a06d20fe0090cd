import type { Command } from '../../app/commands.ts';
import { TRANSLATION_NOTE_KINDS, type TranslationNote } from '../../app/translation-note.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { RichTextField } from '../ui/rich-text/RichTextField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { KIND_LABELS } from './kinds.ts';
import { SideEditor } from './SideEditor.tsx';
import { WordingSuggestions } from './WordingSuggestions.tsx';

type Changes = Extract<Command, { type: 'note.edit' }>['changes'];

export function NoteEditor({ note }: { note: TranslationNote }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const translationLang = useWorkspaceState(
    ({ story }) => story?.segments.find(({ kind }) => kind === 'translation')?.lang,
  );
  const edit = async (changes: Changes): Promise<boolean> => {
    if (!workspace.state.get().open?.project.notes.has(note.id)) return true;
    return workspace.execute({ type: 'note.edit', noteId: note.id, changes });
  };
  return (
    <div className="fields">
      <div className="note-sides">
        <SideEditor
          side="original"
          anchor={note.original}
          removable={note.translation !== null}
          onChange={(original) => void edit({ original })}
        />
        <SideEditor
          side="translation"
          anchor={note.translation}
          removable={note.original !== null}
          onChange={(translation) => void edit({ translation })}
        />
      </div>
      <SelectField
        label={t('note.kind')}
        field="kind"
        value={note.kind}
        options={TRANSLATION_NOTE_KINDS.map((kind) => ({ value: kind, label: t(KIND_LABELS[kind]) }))}
        onChange={(kind) => void edit({ kind })}
        disabled={!editable}
      />
      <RichTextField
        label={t('note.comment')}
        value={note.comment}
        onCommit={(comment) => edit({ comment })}
        keepAs={`${note.id} comment`}
        readOnly={!editable}
        placeholder={t('note.comment.placeholder')}
        field="comment"
      />
      <TextField
        label={t('note.suggestion')}
        value={note.suggestion}
        onCommit={(suggestion) => edit({ suggestion })}
        keepAs={`${note.id} suggestion`}
        readOnly={!editable}
        multiline
        field="suggestion"
        lang={translationLang === 'und' ? undefined : translationLang}
        placeholder={t('note.suggestion.placeholder')}
      />
      {editable ? <WordingSuggestions note={note} onUse={(suggestion) => void edit({ suggestion })} /> : null}
      {editable ? (
        <footer className="annotation-footer">
          <button
            type="button"
            className="button small quiet danger"
            onClick={() => void workspace.execute({ type: 'note.remove', noteId: note.id })}
          >
            {t('note.remove')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}
