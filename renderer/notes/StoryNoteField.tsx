import { useState } from 'react';
import { isEmpty, type RichText } from '../../app/rich-text.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { keyOf, withStory } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { useFocusField } from '../ui/focus.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { RichTextField } from '../ui/rich-text/RichTextField.tsx';

const NOTHING: RichText = [];

/** What people wrote about the story as a whole: open where there is something, else one line to open it by. */
export function StoryNoteField({ storyKey }: { storyKey: string }) {
  const { t, dateTime } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const note = useWorkspaceState((state) => state.open?.project.storyNotes.get(storyKey) ?? null);
  const [open, setOpen] = useState(note !== null);
  useFocusField('story-note-fold', () => {
    setOpen(true);
    workspace.state.update({ focusField: 'story-note' });
  });
  const commit = async (words: RichText): Promise<boolean> => {
    const desk = workspace.desk();
    // The field may outlive its story on the screen by a moment: what was written belongs to that one.
    if (!desk) return false;
    const signed = { storyKey, words, by: desk.reviewer, at: new Date().toISOString() };
    const set = { type: 'storyNote.set' as const, storyKey, note: isEmpty(words) ? null : signed };
    if (keyOf(desk) === storyKey) return workspace.execute(withStory(desk, set));
    return desk.project.stories.has(storyKey) ? workspace.execute(set) : false;
  };
  if (!editable && note === null) return null;
  return (
    <details className="fold story-note" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('story-note')} <KeyHint action="story-note" />
      </summary>
      <RichTextField
        label={
          note
            ? t('story-note.by', { by: note.by || t('story-note.nobody'), at: dateTime(note.at) })
            : t('story-note')
        }
        value={note?.words ?? NOTHING}
        onCommit={commit}
        keepAs={`${storyKey} story-note`}
        readOnly={!editable}
        field="story-note"
        placeholder={t('story-note.placeholder')}
      />
    </details>
  );
}
