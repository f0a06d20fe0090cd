import { useEffect, useState } from 'react';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { BULK_STATES, type Marked, type StoryMark } from '../../app/story-mark.ts';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { codebook, pathOf } from '../tags/codebook.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { chosenNow, useChosenStories } from './chosen-stories.ts';

type Action = (typeof BULK_STATES)[number] | 'tag' | 'untag';

/** Changes all chosen stories at once: what, how many that touches, and then one command. */
export function StoriesBulkDialog() {
  const { t, locale, problem: say } = useTranslator();
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const chosen = useWorkspaceState(chosenNow);
  const reviewer = useWorkspaceState((state) => state.settings.reviewer);
  const choice = useChosenStories();
  const tags = project ? codebook(project, locale).map(({ tag }) => tag) : [];
  const [action, setAction] = useState<Action>('reviewed');
  const [tagId, setTagId] = useState(tags[0]?.id ?? '');
  const [effect, setEffect] = useState<Marked | Problem | null>(null);
  const close = () => workspace.show(null);
  const isTag = action === 'tag' || action === 'untag';
  const wanted = isTag ? tagId : action;

  useEffect(() => {
    if (!chosen || wanted === '') return;
    let current = true;
    setEffect(null);
    const { view, order, ranges } = chosen;
    const params = {
      view,
      order,
      ranges: copied(ranges),
      mark: markOf(action, tagId),
      by: reviewer,
      carryOut: false,
    };
    workspace.connection.call('stories.mark', params).then(
      (marked) => current && setEffect(marked),
      (thrown) => current && setEffect(problemFrom(thrown)),
    );
    return () => {
      current = false;
    };
  }, [workspace, chosen, action, tagId, wanted, reviewer]);

  if (!project || !chosen) return null;
  const marked = effect && 'changed' in effect ? effect : null;
  const apply = async () => {
    if (!isTag && action !== 'unread' && reviewer === '') {
      workspace.show({ kind: 'reviewer', onNamed: () => workspace.show({ kind: 'bulk' }) });
      return;
    }
    const { view, order, ranges } = chosen;
    const mark = markOf(action, tagId);
    const done = await workspace.attempt(() =>
      workspace.connection.call('stories.mark', {
        view,
        order,
        ranges: copied(ranges),
        mark,
        by: reviewer,
        carryOut: true,
      }),
    );
    if (!done) return;
    choice.none();
    close();
  };
  return (
    <Dialog
      title={t('bulk.stories', { count: choice.size })}
      onClose={close}
      footer={
        <button
          type="button"
          className="button primary"
          disabled={!marked || marked.changed === 0}
          onClick={() => void apply()}
        >
          {t('bulk.apply', { count: marked?.changed ?? 0 })}
        </button>
      }
    >
      <div className="fields">
        <DialogProblems />
        <label className="field">
          <span className="label">{t('bulk.what')}</span>
          <select
            ref={firstFocus}
            className="input"
            value={action}
            onChange={(event) => setAction(event.target.value as Action)}
          >
            {BULK_STATES.map((state) => (
              <option key={state} value={state}>
                {t('bulk.mark', { state: t(`review.${state}`) })}
              </option>
            ))}
            {tags.length > 0 ? (
              <>
                <option value="tag">{t('bulk.put-tag')}</option>
                <option value="untag">{t('bulk.take-tag')}</option>
              </>
            ) : null}
          </select>
        </label>
        {isTag ? (
          <SelectField
            label={t('tag.tag')}
            value={tagId}
            options={tags.map((tag) => ({ value: tag.id, label: pathOf(project, tag) }))}
            onChange={setTagId}
            disabled={false}
          />
        ) : null}
        <p role="status">
          {effect === null
            ? t('bulk.counting')
            : marked
              ? t('bulk.effect', { ...marked })
              : say(effect as Problem)}
        </p>
      </div>
    </Dialog>
  );
}

function markOf(action: Action, tagId: string): StoryMark {
  return action === 'tag' || action === 'untag' ? { kind: action, tagId } : { kind: 'review', state: action };
}

function copied(ranges: readonly (readonly [number, number])[]): [number, number][] {
  return ranges.map(([from, to]) => [from, to]);
}
