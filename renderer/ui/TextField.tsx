import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isComposing } from '../keys/keymap.ts';
import { keptDraft } from './drafts-kept.ts';
import { focusReading, useFocusField } from './focus.ts';
import { useDraft } from './use-draft.ts';
import './fields.css';

interface Props {
  label: string;
  value: string;
  /** Resolves to whether the change was made. */
  onCommit: (value: string) => Promise<boolean>;
  readOnly: boolean;
  multiline?: boolean;
  /** The name by which `state.focusField` asks for this field. */
  field?: string;
  placeholder?: string;
  lang?: string | undefined;
  inputMode?: 'url' | 'text';
  /** What is wrong with a value, translated; null where nothing is. Such a value is shown and not sent. */
  problem?: (value: string) => string | null;
  /** How a value is kept. */
  tidy?: (value: string) => string;
  /** The name by which words that could not be stored are kept when the field goes, and put back when it returns. */
  keepAs?: string;
}

/** A labelled text that saves itself. Grows with what is written in it. */
export function TextField(props: Props) {
  const { label, readOnly, multiline = false, placeholder, lang, problem, tidy } = props;
  const id = useId();
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const keepAs = readOnly ? undefined : props.keepAs;
  const draft = useDraft({
    keepAs,
    stored: props.value,
    commit: props.onCommit,
    ...(tidy ? { tidy } : {}),
    ...(problem ? { valid: (value: string) => problem(value) === null } : {}),
  });
  useFocusField(props.field, () => {
    element.current?.focus();
    element.current?.select();
  });
  const problemNow = problem?.(draft.value) ?? null;
  // Half an address is no address yet: nobody is told before they leave the field or press Enter.
  const [left, setLeft] = useState(() => keepAs !== undefined && keptDraft(keepAs) !== null);
  const wrong = left ? problemNow : null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      void draft.flush();
      focusReading();
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setLeft(true);
      void draft.flush();
    }
  };
  const shared = {
    id,
    ref: element,
    className: 'input',
    value: draft.value,
    readOnly,
    placeholder: readOnly ? undefined : placeholder,
    lang,
    spellCheck: props.inputMode !== 'url',
    'aria-invalid': wrong !== null || undefined,
    'aria-describedby': wrong === null ? undefined : `${id}-problem`,
    onChange: (event: { currentTarget: { value: string } }) => {
      if (problemNow === null) setLeft(false);
      draft.edit(event.currentTarget.value);
    },
    onFocus: draft.focusIn,
    onBlur: () => {
      setLeft(true);
      draft.focusOut();
    },
    onCompositionStart: draft.compositionStart,
    onCompositionEnd: draft.compositionEnd,
    onKeyDown,
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {multiline ? (
        <textarea rows={1} {...shared} />
      ) : (
        <input type="text" inputMode={props.inputMode ?? 'text'} autoComplete="off" {...shared} />
      )}
      {wrong === null ? null : (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
