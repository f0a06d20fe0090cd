import { useEffect, useRef, useState } from 'react';
import type { DumpPreview } from '../../../app/contract.ts';
import type { DumpReading } from '../../../app/dump-reading.ts';
import type { SplitRule } from '../../../app/formats/split-rule.ts';
import { type Problem, problemFrom } from '../../../app/problem.ts';
import { useWorkspace } from '../../store/context.ts';

/** Milliseconds of rest in typing before a preview is asked for. */
const REST = 150;

export type PreviewState =
  | { kind: 'reading'; last: DumpPreview | null }
  /** `asked`: what it answers, as JSON. */
  | { kind: 'shown'; preview: DumpPreview; asked: string }
  | { kind: 'refused'; problem: Problem };

/** What a preview is asked for. */
export interface Wanted {
  rule: SplitRule | null;
  reading: DumpReading | null;
}

/**
 * The stories that a way of reading makes of a dump; nulls ask for the program's own guess. `undefined` asks for
 * nothing, as while a separator is still to be typed. Of several answers under way only the last one asked for counts.
 */
export function usePreview(path: string, wanted: Wanted | undefined): PreviewState {
  const { connection } = useWorkspace();
  const [state, setState] = useState<PreviewState>({ kind: 'reading', last: null });
  const asked = wanted === undefined ? undefined : JSON.stringify(wanted);
  const first = useRef(true);

  useEffect(() => {
    if (asked === undefined) return;
    let latest = true;
    const show = (next: PreviewState) => {
      if (latest) setState(next);
    };
    const timer = setTimeout(
      () => {
        first.current = false;
        setState((before) => ({ kind: 'reading', last: shownIn(before) }));
        connection.call('dump.preview', { path, ...(JSON.parse(asked) as Wanted) }).then(
          (preview) => show({ kind: 'shown', preview, asked }),
          (thrown) => show({ kind: 'refused', problem: problemFrom(thrown) }),
        );
      },
      first.current ? 0 : REST,
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
