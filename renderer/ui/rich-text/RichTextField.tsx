import { useId } from 'react';
import { flushSync } from 'react-dom';
import { isEmpty, type RichText } from '../../../app/rich-text.ts';
import { useFocusField } from '../focus.ts';
import { useDraft } from '../use-draft.ts';
import { sameRichText } from './normal-form.ts';
import { useOnlyEditor } from './only-editor.ts';
import { RichTextEditor } from './RichTextEditor.tsx';
import { RichTextView } from './RichTextView.tsx';

interface Props {
  label: string;
  value: RichText;
  onCommit: (value: RichText) => Promise<boolean>;
  readOnly: boolean;
  placeholder: string;
  /** The name by which `state.focusField` asks for this field. */
  field: string;
  /** The name by which words that could not be stored are kept when the field goes, and put back when it returns. */
  keepAs: string;
}

/** A labelled rich text that saves itself: read as text, and an editor from the moment somebody is in it. */
export function RichTextField({ label, value, onCommit, readOnly, placeholder, field, keepAs }: Props) {
  const id = useId();
  const draft = useDraft({
    stored: value,
    commit: onCommit,
    equal: sameRichText,
    keepAs: readOnly ? undefined : keepAs,
  });
  const [editing, edit] = useOnlyEditor();
  useFocusField(field, edit);
  const empty = isEmpty(draft.value);
  return (
    <div className="field">
      <span className="label" id={id}>
        {label}
      </span>
      {editing && !readOnly ? (
        <RichTextEditor draft={draft} labelId={id} placeholder={placeholder} field={field} />
      ) : readOnly ? (
        <div className="rich-text-rest input" data-read-only>
          <RichTextView value={draft.value} />
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a textarea holds no lists and links.
        // biome-ignore lint/a11y/useKeyWithClickEvents: whoever comes by key comes by focus, which is enough.
        <div
          className="rich-text-rest input"
          role="textbox"
          aria-multiline
          aria-labelledby={id}
          aria-placeholder={placeholder}
          tabIndex={0}
          onFocus={(event) => {
            if (event.target === event.currentTarget) flushSync(edit);
          }}
          onClick={edit}
        >
          {empty ? (
            <p className="rich-text-placeholder">{placeholder}</p>
          ) : (
            <RichTextView value={draft.value} />
          )}
        </div>
      )}
    </div>
  );
}
