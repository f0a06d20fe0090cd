import { useEffect, useRef } from 'react';
import type { ReanchoredStory } from '../../../app/contract.ts';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogProblems } from '../DialogProblems.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { isSettled, needsDecision, summarise } from './report-summary.ts';
import { StoryChange } from './StoryChange.tsx';
import { useReport } from './use-report.ts';
import './reanchor.css';

/** What became of the annotations of a dump that changed; what is not exact is confirmed by a person or left. */
export function ReanchorDialog({ dumpId }: { dumpId: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const name = useWorkspaceState((state) => state.open?.project.dumps.get(dumpId)?.name ?? '');
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? true);
  const state = useReport(dumpId);
  // What can be confirmed is: only then is leaving the old dump behind what the dialog proposes.
  const decided = useWorkspaceState(
    ({ open }) =>
      open !== null &&
      state.kind === 'found' &&
      state.report.every((story) => story.status === 'lost' || isSettled(open.project, story)),
  );
  const take = async () => {
    const { connection } = workspace;
    if (await workspace.attempt(() => connection.call('reanchor.accept', { dumpId }))) workspace.show(null);
  };
  return (
    <Dialog
      title={t('reanchor.title', { name })}
      className="reanchor-dialog"
      onClose={() => workspace.show(null)}
      footer={
        state.kind === 'found' && !state.report.some(needsDecision) ? (
          <button type="button" className="button primary" onClick={() => workspace.show(null)}>
            {t('dialog.done')}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={() => workspace.show(null)}>
              {t('reanchor.later')}
            </button>
            <button
              type="button"
              className={decided ? 'button primary' : 'button'}
              disabled={state.kind !== 'found' || readOnly}
              onClick={() => void take()}
            >
              {t('reanchor.take')}
            </button>
          </>
        )
      }
    >
      <DialogProblems />
      {state.kind === 'looking' ? <p role="status">{t('reanchor.looking')}</p> : null}
      {state.kind === 'failed' ? <p role="alert">{translator.problem(state.problem)}</p> : null}
      {state.kind === 'found' ? <Report report={state.report} /> : null}
    </Dialog>
  );
}

function Report({ report }: { report: ReanchoredStory[] }) {
  const { t } = useTranslator();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog opened before there was anything to decide, so the focus is on what closes it.
    const region = summary.current?.parentElement;
    const decision = region?.querySelector<HTMLElement>(
      '.reanchor-story :is(button, input):not(:disabled, :disabled *)',
    );
    (decision ?? region)?.focus();
  }, []);
  const { stories, unchanged, moved, ambiguous, orphan, lost } = summarise(report);
  const lines = [
    moved > 0 ? t('reanchor.sum-moved', { count: moved }) : '',
    ambiguous > 0 ? t('reanchor.sum-ambiguous', { count: ambiguous }) : '',
    orphan > 0 ? t('reanchor.sum-orphan', { count: orphan }) : '',
    lost > 0 ? t('reanchor.sum-lost', { count: lost }) : '',
  ].filter(Boolean);
  return (
    <ScrollRegion className="reanchor-report" label={t('reanchor.report')}>
      <div ref={summary} className="reanchor-summary">
        <p>{t('reanchor.sum-stories', { stories, unchanged })}</p>
        {lines.length > 0 ? (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
        {unchanged < stories ? (
          <p className="dialog-hint">
            {t('reanchor.promise')} {t('reanchor.take-hint')}
          </p>
        ) : null}
      </div>
      {report.filter(needsDecision).map((story) => (
        <StoryChange key={story.storyKey} story={story} />
      ))}
    </ScrollRegion>
  );
}
