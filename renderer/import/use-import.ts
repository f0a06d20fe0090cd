import { useEffect, useRef, useState } from 'react';
import type { CallParams, ImportPreview } from '../../app/contract.ts';
import type { ImportFormat } from '../../app/interchange/import/recognise.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** What a person decides about the file. */
export interface Decisions {
  /** null: told by its content. */
  format: ImportFormat | null;
  ratings: CallParams<'import.plan'>['ratings'];
  onFirstLine: boolean;
}
const UNDECIDED: Decisions = { format: null, ratings: {}, onFirstLine: false };

export type ImportState =
  | { kind: 'reading' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'seen'; preview: ImportPreview }
  | { kind: 'importing'; preview: ImportPreview }
  | { kind: 'done'; entries: number };

/** An import from the file to the change of the project. What was looked at is given up when nobody looks any more. */
export function useImport(path: string) {
  const { connection } = useWorkspace();
  const { t } = useTranslator();
  const by = useWorkspaceState((state) => state.settings.reviewer);
  const [decisions, setDecisions] = useState(UNDECIDED);
  const [state, setState] = useState<ImportState>({ kind: 'reading' });
  const shown = useRef<number | null>(null);
  const turn = useRef(0);
  const { format } = decisions;
  const why = t('import.why', { name: path.split(/[/\\]/u).at(-1) ?? path });

  const show = (preview: ImportPreview) => {
    shown.current = preview.importId;
    setState({ kind: 'seen', preview });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or format is read anew; decisions only plan anew.
  useEffect(() => {
    let wanted = true;
    setState({ kind: 'reading' });
    const { ratings, onFirstLine } = decisions;
    connection.call('import.preview', { path, format, ratings, onFirstLine, by, why }).then(
      (preview) => {
        if (wanted) show(preview);
        else void connection.call('import.leave', { importId: preview.importId });
      },
      (thrown) => wanted && setState({ kind: 'failed', problem: problemFrom(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [connection, path, format]);
  useEffect(
    () => () => {
      if (shown.current !== null) void connection.call('import.leave', { importId: shown.current });
    },
    [connection],
  );

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      setState({ kind: 'failed', problem: problemFrom(thrown) });
    }
  };
  const decide = (changes: Partial<Decisions>) => {
    const next = { ...decisions, ...changes };
    setDecisions(next);
    if (next.format !== format || shown.current === null) return;
    const { ratings, onFirstLine } = next;
    const importId = shown.current;
    turn.current += 1;
    const mine = turn.current;
    void attempt(async () => {
      const preview = await connection.call('import.plan', { importId, ratings, onFirstLine, by, why });
      // A later decision is on its way.
      if (mine === turn.current) show(preview);
    });
  };
  const carryOut = (preview: ImportPreview, update: boolean) =>
    attempt(async () => {
      setState({ kind: 'importing', preview });
      const { entries } = await connection.call('import.apply', { importId: preview.importId, update });
      setState({ kind: 'done', entries });
    });
  const preview = state.kind === 'seen' || state.kind === 'importing' ? state.preview : null;
  return { state, preview, decisions, decide, carryOut };
}
