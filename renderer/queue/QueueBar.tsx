import { useEffect, useMemo, useRef } from 'react';
import { isQueued } from '../../app/queue/queue-items.ts';
import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { isTyping } from '../keys/typing.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { doneIn, nextPlace, stepQueue } from './working.ts';
import './queue.css';

/** Over the story while a queue is worked through: where one is, what is done, and the way on. */
export function QueueBar() {
  const { t, number } = useTranslator();
  const workspace = useWorkspace();
  const working = useWorkspaceState((state) => state.working);
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const done = useMemo(() => (project && working ? doneIn(project, working) : 0), [project, working]);
  const item = working?.items[working.at];
  const waits =
    project !== null && working !== null && item !== undefined && isQueued(project, working.queue, item);

  // What was waiting when it came, and has been dealt with by a key or a press, makes room for the next.
  const waited = useRef<string | null>(null);
  useEffect(() => {
    if (!working || !item) return;
    const place = `${working.at} ${item.id}`;
    if (waits) waited.current = place;
    else if (waited.current === place) {
      waited.current = null;
      if (working.goesOn && !isTyping(document.activeElement)) void stepQueue(workspace, 1);
    }
  }, [workspace, working, item, waits]);

  if (!working || !project) return null;
  const isOver = !waits && nextPlace(project, working, 1) === null;
  const button = (action: 'previous-in-queue' | 'next-in-queue' | 'leave-queue') => (
    <button type="button" className="button small" onClick={() => runAction(workspace, action)}>
      {t(`queue.${action}`)} <KeyHint action={action} />
    </button>
  );
  return (
    <section className="queue-bar" aria-label={t('queue.bar')}>
      <strong className="queue-name">{working.name}</strong>
      <span role="status">
        {t('queue.place', { place: number(working.at + 1), items: number(working.items.length) })}
        {done > 0 ? ` · ${t('queue.done', { done })}` : ''}
        {isOver ? ` · ${t('queue.over')}` : ''}
      </span>
      <span className="spring" />
      <label className="queue-goes-on">
        <input
          type="checkbox"
          checked={working.goesOn}
          onChange={(event) =>
            workspace.state.update({ working: { ...working, goesOn: event.currentTarget.checked } })
          }
        />
        {t('queue.goes-on')}
      </label>
      {button('previous-in-queue')}
      {button('next-in-queue')}
      {button('leave-queue')}
    </section>
  );
}
