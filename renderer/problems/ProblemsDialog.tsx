import { useLayoutEffect, useState } from 'react';
import type { Problem } from '../../app/problem.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { factsOf, listedProblems, problemCount, problemsAsTable } from './problem-facts.ts';
import './problems.css';

const ROW_HEIGHT = 50;
const NONE: readonly Problem[] = [];

/** Everything in a dump that could not be read: where it is, and why. */
export function ProblemsDialog({ dumpId }: { dumpId: string }) {
  const workspace = useWorkspace();
  const { t, problem: message } = useTranslator();
  const all = useWorkspaceState((state) => state.open?.dumps[dumpId]?.problems ?? NONE);
  const name = useWorkspaceState((state) => state.open?.project.dumps.get(dumpId)?.name ?? '');
  const [chosen, setChosen] = useState(0);
  const [copied, setCopied] = useState(false);
  // The arrow keys go through the list at once.
  useLayoutEffect(() => document.getElementById('problems')?.focus(), []);
  const problems = listedProblems(all);
  const more = problemCount(all) - problems.length;
  const open = problems[Math.min(chosen, problems.length - 1)];
  const copy = async (text: string) => setCopied(await copyText(text));

  return (
    <Dialog
      title={t('problems.title', { name })}
      className="problems-dialog"
      onClose={() => workspace.show(null)}
      footer={
        problems.length > 0 ? (
          <>
            <span className="copied" role="status">
              {copied ? t('problems.copied') : ''}
            </span>
            <button type="button" className="button" onClick={() => void copy(problemsAsTable(all, message))}>
              {t('problems.copy-all')}
            </button>
          </>
        ) : undefined
      }
    >
      {open ? (
        <>
          <VirtualList
            id="problems"
            label={t('problems.label')}
            count={problems.length}
            rowHeight={ROW_HEIGHT}
            current={problems.indexOf(open)}
            onChoose={(place) => {
              setChosen(place);
              setCopied(false);
            }}
            onVisible={ignore}
            render={(place) => <ProblemRow problem={problems[place]} />}
          />
          <section className="problem-open" aria-label={t('problems.open')} aria-live="polite">
            <p>{message(open)}</p>
            <div>
              <code>{open.code}</code>
              <button type="button" className="button small" onClick={() => void copy(message(open))}>
                {t('problems.copy')}
              </button>
            </div>
          </section>
          {more > 0 ? <p className="dialog-hint">{t('problems.more', { more })}</p> : null}
        </>
      ) : (
        <p>{t('problems.none')}</p>
      )}
    </Dialog>
  );
}

function ProblemRow({ problem }: { problem: Problem | undefined }) {
  const { t, problem: message } = useTranslator();
  if (!problem) return null;
  const { entry, unit, position } = factsOf(problem);
  return (
    <div className="problem-row">
      <span className="place">
        <b>{entry}</b>
        {unit && position !== null ? <span>{t('problems.position', { unit, position })}</span> : null}
        <code>{problem.code}</code>
      </span>
      <span className="message">{message(problem)}</span>
    </div>
  );
}

/** All rows are at hand. */
function ignore(): void {}
