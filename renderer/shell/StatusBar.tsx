import type { ReactNode } from 'react';
import type { DumpState } from '../../app/contract.ts';
import { isDumpFormat } from '../../app/formats/format-ids.ts';
import { OUTCOMES } from '../../app/rating-scale.ts';
import { encodingName } from '../../app/text/encodings.ts';
import { useTranslator } from '../i18n/context.ts';
import { problemCount } from '../problems/problem-facts.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { DumpProgress } from './DumpProgress.tsx';
import { claimsByOutcome } from './progress.ts';

/** The line at the bottom: that the work is safe, what the dump is, and what the verdicts come to. */
export function StatusBar() {
  const workspace = useWorkspace();
  const { t, number } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const connected = useWorkspaceState((state) => state.connected);
  const reviewer = useWorkspaceState((state) => state.settings.reviewer);
  if (!open) return null;
  const dump = open.currentDumpId ? open.dumps[open.currentDumpId] : undefined;
  const counts = claimsByOutcome(open.project);
  return (
    <footer className="status-bar">
      <span role="status">
        {connected ? <SaveMark /> : <strong className="bad">{t('status.disconnected')}</strong>}
      </span>
      {dump?.status === 'open' ? <DumpFacts dump={dump} /> : null}
      <span className="claims">
        {t('status.claims', { claims: open.project.claims.size })}
        {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <span key={outcome} className="outcome-count" title={t(`outcome.${outcome}`)}>
            <OutcomeMark outcome={outcome} label={t(`outcome.${outcome}`)} />
            {number(counts[outcome])}
          </span>
        ))}
      </span>
      <span className="spring" />
      <button
        type="button"
        className="button quiet small"
        onClick={() => workspace.show({ kind: 'settings' })}
      >
        {reviewer ? t('status.reviewer', { reviewer }) : t('status.no-reviewer')}
      </button>
    </footer>
  );
}

function SaveMark(): ReactNode {
  const { t, clock, problem } = useTranslator();
  const save = useWorkspaceState((state) => state.save);
  const readOnly = useWorkspaceState((state) => state.open?.readOnly ?? false);
  if (readOnly) return <strong className="warn">{t('status.read-only')}</strong>;
  switch (save.kind) {
    case 'saved':
      return t('status.saved', { time: clock(save.at) });
    case 'saving':
      // Acknowledged changes are in the journal already: safe, whatever happens to the snapshot.
      return t('status.journaled');
    case 'failed':
      return <strong className="bad">{problem(save.problem)}</strong>;
  }
}

function DumpFacts({ dump }: { dump: DumpState }) {
  const workspace = useWorkspace();
  const { t, bytes } = useTranslator();
  const kind =
    dump.format === 'plain-text' || !isDumpFormat(dump.format)
      ? encodingName(dump.encoding)
      : t(`format.${dump.format}`);
  return (
    <>
      {dump.complete ? (
        <span>{t('status.stories', { stories: dump.stories })}</span>
      ) : (
        <DumpProgress dump={dump} />
      )}
      <span className="wide-only">
        {kind} · {bytes(dump.bytes)}
      </span>
      {dump.problems.length > 0 ? (
        <button
          type="button"
          className="button quiet small warn"
          onClick={() => workspace.show({ kind: 'problems', dumpId: dump.dumpId })}
        >
          {t('status.problems', { problems: problemCount(dump.problems) })}
        </button>
      ) : null}
      {dump.changed ? (
        <button
          type="button"
          className="button quiet small warn"
          onClick={() => workspace.show({ kind: 'reanchor', dumpId: dump.dumpId })}
        >
          {t('status.changed')}
        </button>
      ) : null}
    </>
  );
}
