import { type FormEvent, useState } from 'react';
import type { Queue } from '../../app/queue/queue.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace } from '../store/context.ts';
import { Confirm } from '../ui/Confirm.tsx';
import type { NamedQueue } from './queue-names.ts';

interface Props {
  chosen: NamedQueue;
  queue: Queue;
  changed: boolean;
  /** With the id of a queue that was made; null where one was changed or removed. */
  onSaved: (id: string | null) => void;
}

/** Keeps a queue under a name; one of the project's own is renamed, brought up to date or removed here. */
export function SaveQueue({ chosen, queue, changed, onSaved }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const { savedId } = chosen;
  const [name, setName] = useState(savedId === null ? '' : chosen.name);
  if (!editable) return null;
  const tidy = name.trim();
  const add = async () => {
    const made = { id: newId(), name: tidy, queue };
    if (await workspace.execute({ type: 'queue.add', queue: made })) onSaved(made.id);
  };
  const update = async () => {
    if (savedId === null) return;
    const changes = { name: tidy, queue };
    if (await workspace.execute({ type: 'queue.edit', queueId: savedId, changes })) onSaved(null);
  };
  const remove = async () => {
    if (savedId !== null && (await workspace.execute({ type: 'queue.remove', queueId: savedId })))
      onSaved(null);
  };
  return (
    <form
      className="save-as"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (tidy !== '') void (savedId === null ? add() : update());
      }}
    >
      <label className="field">
        <span className="label">{t('queue.name')}</span>
        <input
          className="input"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div className="buttons">
        {savedId === null ? null : (
          <button
            type="submit"
            className="button small"
            disabled={tidy === '' || (!changed && tidy === chosen.name)}
          >
            {t('queue.update')}
          </button>
        )}
        <button
          type={savedId === null ? 'submit' : 'button'}
          className="button small"
          disabled={tidy === '' || tidy === chosen.name}
          onClick={savedId === null ? undefined : () => void add()}
        >
          {t('queue.save')}
        </button>
        {savedId === null ? null : (
          <Confirm
            label={t('queue.delete')}
            question={t('queue.delete.question', { name: chosen.name })}
            yes={t('tag.delete.yes')}
            no={t('tag.delete.no')}
            onConfirm={() => void remove()}
          />
        )}
      </div>
    </form>
  );
}
