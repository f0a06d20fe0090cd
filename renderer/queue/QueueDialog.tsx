import { useDeferredValue, useMemo, useState } from 'react';
import type { Queue } from '../../app/queue/queue.ts';
import { queueItems } from '../../app/queue/queue-items.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { roveFocus } from '../ui/roving.ts';
import { QueueFields } from './QueueFields.tsx';
import { QueueList } from './QueueList.tsx';
import { namedQueues } from './queue-names.ts';
import { SaveQueue } from './SaveQueue.tsx';
import { beginQueue } from './working.ts';
import './queue.css';

/** The queues of the project: what each asks for, what waits in it, and the way into it. */
export function QueueDialog() {
  const translator = useTranslator();
  const { t, number } = translator;
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const [chosenId, choose] = useState<string | null>(null);
  /** Changes that are not saved, of the queue that is chosen. */
  const [changes, change] = useState<Partial<Queue>>({});
  const deferred = useDeferredValue(project);
  const queues = useMemo(() => (project ? namedQueues(project, translator) : []), [project, translator]);
  const counts = useMemo(
    () =>
      deferred
        ? new Map(
            namedQueues(deferred, translator).map(({ id, queue }) => [
              id,
              queueItems(deferred, queue).length,
            ]),
          )
        : new Map<string, number>(),
    [deferred, translator],
  );
  const chosen = queues.find(({ id }) => id === chosenId) ?? queues[0];
  const queue = useMemo(() => chosen && { ...chosen.queue, ...changes }, [chosen, changes]);
  const items = useMemo(() => (project && queue ? queueItems(project, queue) : []), [project, queue]);
  if (!project || !chosen || !queue) return null;
  const begin = () => {
    const name = Object.keys(changes).length === 0 ? chosen.name : t('queue.changed', { name: chosen.name });
    workspace.show(null);
    // The dialog gives the focus back first.
    queueMicrotask(() => beginQueue(workspace, name, queue));
  };
  return (
    <Dialog
      title={t('queue.title')}
      className="queue-dialog"
      onClose={() => workspace.show(null)}
      footer={
        <button type="button" className="button primary" disabled={items.length === 0} onClick={begin}>
          {t('queue.begin', { items: items.length, of: queue.of })}
        </button>
      }
    >
      <div
        className="queue-names"
        role="radiogroup"
        aria-label={t('queue.title')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') roveFocus(event, '[role="radio"]', 'vertical')?.click();
          else if (items.length > 0) {
            event.preventDefault();
            begin();
          }
        }}
      >
        {queues.map(({ id, name, savedId }) => (
          // biome-ignore lint/a11y/useSemanticElements: a row with a count, not a dot with a word.
          <button
            key={id}
            type="button"
            role="radio"
            className="queue-row"
            aria-checked={id === chosen.id}
            tabIndex={id === chosen.id ? 0 : -1}
            ref={id === chosen.id && chosenId === null ? firstFocus : undefined}
            data-own={savedId !== null}
            onClick={() => {
              choose(id);
              change({});
            }}
          >
            <span>{name}</span>
            <span className="faint">{number(counts.get(id) ?? 0)}</span>
          </button>
        ))}
      </div>
      <div className="queue-work">
        <DialogProblems />
        <details className="fold" open={chosen.savedId !== null}>
          <summary>{t('queue.asks')}</summary>
          <QueueFields
            project={project}
            queue={queue}
            onChange={(made) => change((before) => ({ ...before, ...made }))}
          />
          <SaveQueue
            key={chosen.id}
            chosen={chosen}
            queue={queue}
            changed={Object.keys(changes).length > 0}
            onSaved={(id) => {
              if (id !== null) choose(id);
              change({});
            }}
          />
        </details>
        <QueueList project={project} items={items} of={queue.of} />
      </div>
    </Dialog>
  );
}
