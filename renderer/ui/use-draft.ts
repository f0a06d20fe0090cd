import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { Draft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './drafts-kept.ts';
import { keepPendingEdit } from './pending-edits.ts';

/** Milliseconds without a key after which what was typed is saved. */
const REST = 800;

interface Options<T> {
  stored: T;
  /** Resolves to whether the change was made. */
  commit: (value: T) => Promise<boolean>;
  /** A value that fails is shown and never sent. */
  valid?: (value: T) => boolean;
  equal?: (a: T, b: T) => boolean;
  /** How a value is kept. Nothing is rewritten under somebody's hands: while they rest, only tidy values are sent. */
  tidy?: (value: T) => T;
  /** The name by which words that could not be stored are kept when the field goes, and put back when it returns. */
  keepAs?: string | undefined;
}

export interface DraftField<T> {
  value: T;
  edit: (value: T) => void;
  /** Sends what is unsent; called on blur, on Ctrl/Cmd+Enter, after a rest and before the field goes. */
  flush: () => Promise<void>;
  focusIn: () => void;
  focusOut: () => void;
  /** While an input method composes nothing is sent by itself: half a word is not what was meant. */
  compositionStart: () => void;
  compositionEnd: () => void;
}

/** A field that saves itself: one command for each change, never in the middle of a composition. */
export function useDraft<T>(options: Options<T>): DraftField<T> {
  const latest = useRef(options);
  latest.current = options;
  const [, render] = useReducer((count: number) => count + 1, 0);
  const draftRef = useRef<Draft<T>>(null);
  draftRef.current ??= begin(options);
  const draft = draftRef.current;

  const field = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let composing = false;
    let focused = false;
    const send = async () => {
      clearTimeout(timer);
      const { commit, valid, keepAs } = latest.current;
      if (keepAs !== undefined) {
        if (draft.dirty) keepDraft(keepAs, draft.value);
        else if (!draft.underWay) forgetDraft(keepAs);
      }
      if (valid && !valid(draft.value)) return;
      const sent = draft.take();
      if (!sent) return;
      if (!(await commit(sent.value))) draft.refused(sent);
      else if (keepAs !== undefined && keptDraft(keepAs)?.value === sent.value) forgetDraft(keepAs);
    };
    const flush = () => {
      const { tidy } = latest.current;
      if (tidy && draft.dirty) {
        draft.edit(tidy(draft.value));
        render();
      }
      return send();
    };
    const isTidy = () => {
      const { tidy, equal = Object.is } = latest.current;
      return !tidy || equal(tidy(draft.value), draft.value);
    };
    const rest = () => {
      clearTimeout(timer);
      if (!composing && draft.dirty) timer = setTimeout(() => isTidy() && void send(), REST);
    };
    return {
      flush,
      rest,
      edit: (value: T) => {
        draft.edit(value);
        rest();
        render();
      },
      focusIn: () => {
        focused = true;
      },
      focusOut: () => {
        focused = false;
        composing = false;
        void flush();
      },
      compositionStart: () => {
        composing = true;
        clearTimeout(timer);
      },
      compositionEnd: () => {
        composing = false;
        rest();
      },
      receive: (stored: T) => {
        draft.receive(stored, focused);
        const { keepAs } = latest.current;
        if (keepAs !== undefined && !draft.dirty && !draft.underWay) forgetDraft(keepAs);
        render();
      },
    };
  }, [draft]);

  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) field.receive(options.stored);
    first.current = false;
  }, [field, options.stored]);

  useEffect(() => {
    const forget = keepPendingEdit(field.flush);
    // Words that were put back are tried again.
    field.rest();
    return () => {
      forget();
      void field.flush();
    };
  }, [field]);

  return { ...field, value: draft.value };
}

function begin<T>({ stored, equal, keepAs }: Options<T>): Draft<T> {
  const draft = new Draft(stored, equal);
  const kept = keepAs === undefined ? null : keptDraft<T>(keepAs);
  if (kept) draft.edit(kept.value);
  return draft;
}
