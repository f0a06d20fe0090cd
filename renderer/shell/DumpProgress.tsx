import { useEffect, useRef, useState } from 'react';
import type { DumpState } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace } from '../store/context.ts';
import { type Pace, ScanPace } from './scan-pace.ts';

/** How far the indexing of a dump is, how long it will take, and the way to end it or to go on with it. */
export function DumpProgress({ dump }: { dump: DumpState }) {
  const workspace = useWorkspace();
  const { t, number, bytes } = useTranslator();
  const pace = usePace(dump);
  const shares = Math.floor((dump.bytesScanned / Math.max(1, dump.bytes)) * 100);
  if (dump.stopped)
    return (
      <span className="scanning">
        <span className="warn">
          {t('status.partly', { stories: dump.stories, percent: Math.min(99, shares) })}
        </span>
        <button
          type="button"
          className="button small"
          onClick={() => runAction(workspace, 'resume-indexing')}
        >
          {t('status.resume')}
        </button>
      </span>
    );
  return (
    <span className="scanning">
      <progress value={dump.bytesScanned} max={Math.max(1, dump.bytes)} aria-label={t('status.scanning')} />
      {t('status.stories-so-far', { stories: number(dump.stories) })}
      {pace ? (
        <>
          <span>{t('status.pace', { rate: bytes(pace.bytesPerSecond), ...timeLeft(pace.secondsLeft) })}</span>
          <button
            type="button"
            className="button small"
            onClick={() => runAction(workspace, 'cancel-indexing')}
          >
            {t('status.cancel')}
          </button>
        </>
      ) : null}
    </span>
  );
}

/** Known once it has taken more than a second; what is done sooner is not worth a word. */
function usePace({ dumpId, bytes, bytesScanned }: DumpState): Pace | null {
  const paces = useRef(new Map<string, ScanPace>());
  const [pace, setPace] = useState<Pace | null>(null);
  useEffect(() => {
    const known = paces.current.get(dumpId) ?? new ScanPace();
    paces.current.set(dumpId, known);
    known.add(performance.now(), bytesScanned);
    setPace(known.of(bytes));
  }, [dumpId, bytes, bytesScanned]);
  return pace;
}

/** In the unit that people would say it in. */
function timeLeft(seconds: number): { unit: 'seconds' | 'minutes' | 'hours'; left: number } {
  if (seconds < 55) return { unit: 'seconds', left: Math.max(1, Math.ceil(seconds)) };
  if (seconds < 55 * 60) return { unit: 'minutes', left: Math.max(1, Math.round(seconds / 60)) };
  return { unit: 'hours', left: Math.max(1, Math.round(seconds / 3600)) };
}
