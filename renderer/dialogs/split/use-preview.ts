import { useEffect, useRef, useState } from 'react';
import type { DumpPreview } from '../../../app/contract.ts';
import type { SplitRule } from '../../../app/formats/split-rule.ts';
import { type Problem, problemFrom } from '../../../app/problem.ts';
import { useWorkspace } from '../../store/context.ts';
import { sameRule } from './split-form.ts';

/** Milliseconds of rest in typing before a preview is asked for. */
const REST = 150;

export type PreviewState =
  | { kind: 'reading'; last: DumpPreview | null }
  | { kind: 'shown'; preview: DumpPreview }
  | { kind: 'refused'; problem: Problem };

/**
 * The stories that a rule makes of a dump. `rule` null asks for the program's own guess; `undefined` asks for
 * nothing, as while a separator is still to be typed. Of several answers under way only the last one asked for counts.
 */
export function usePreview(path: string, rule: SplitRule | null | undefined): PreviewState {
  const { connection } = useWorkspace();
  const [state, setState] = useState<PreviewState>({ kind: 'reading', last: null });
  const asked = rule === undefined ? undefined : JSON.stringify(rule);
  const current = useRef(state);
  useEffect(() => {
    current.current = state;
  });

  useEffect(() => {
    if (asked === undefined) return;
    const wanted: SplitRule | null = JSON.parse(asked);
    // The answer to the guess is the preview of the guessed rule.
    if (current.current.kind === 'shown' && sameRule(current.current.preview.rule, wanted)) return;
    let latest = true;
    const show = (next: PreviewState) => {
      if (latest) setState(next);
    };
    const timer = setTimeout(
      () => {
        setState((before) => ({ kind: 'reading', last: shownIn(before) }));
        connection.call('dump.preview', { path, rule: wanted }).then(
          (preview) => show({ kind: 'shown', preview }),
          (thrown) => show({ kind: 'refused', problem: problemFrom(thrown) }),
        );
      },
      wanted === null ? 0 : REST,
    );
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [connection, path, asked]);

  return state;
}

export function shownIn(state: PreviewState): DumpPreview | null {
  switch (state.kind) {
    case 'reading':
      return state.last;
    case 'shown':
      return state.preview;
    case 'refused':
      return null;
  }
}
