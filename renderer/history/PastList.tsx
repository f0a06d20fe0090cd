import { useState } from 'react';
import type { StoryKey } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import type { ChangeLine } from '../inspector/change-lines.ts';
import { useWorkspace } from '../store/context.ts';
import type { OpenProject } from '../store/state.ts';
import { type PastEntry, pastEntries } from './past-lines.ts';
import { restore } from './restore.ts';
import { StoryOfLine } from './StoryOfLine.tsx';
import type { PastSoFar } from './use-past.ts';

/** Lines of one entry that are shown; a bulk change may have many. */
const MOST_LINES = 6;

interface Props {
  past: PastSoFar;
  open: OpenProject;
  /** null: the whole project, each line with its story. */
  storyKey: StoryKey | null;
}

/** Who changed what and when, the newest first, each to go back to. */
export function PastList({ past: { pages, more }, open, storyKey }: Props) {
  const { t } = useTranslator();
  const [said, say] = useState<string | null>(null);
  const entries = pages.flatMap((page) => pastEntries(page, open.project, storyKey));
  const restorableFrom = pages[0]?.restorableFrom ?? null;
  const newest = entries[0]?.sequence;
  const end = pages.at(-1);
  return (
    <>
      <p role="status" className="history-said">
        {said}
      </p>
      {entries.length === 0 ? <p className="inspector-empty">{t('history.none')}</p> : null}
      <ol className="history">
        {entries.map((entry) => (
          <PastItem
            key={entry.sequence}
            entry={entry}
            storyKey={storyKey}
            onRestored={say}
            restorable={
              !open.readOnly &&
              entry.sequence !== newest &&
              restorableFrom !== null &&
              entry.sequence >= restorableFrom
            }
          />
        ))}
      </ol>
      {more ? (
        <button type="button" className="button small" onClick={more}>
          {t('history.older')}
        </button>
      ) : end?.oldest != null && end.oldest > 1 ? (
        <p className="faint">{t('history.begins-late')}</p>
      ) : null}
    </>
  );
}

interface ItemProps {
  entry: PastEntry;
  storyKey: StoryKey | null;
  restorable: boolean;
  /** Called with what to say of it. */
  onRestored: (said: string | null) => void;
}

function PastItem({ entry, storyKey, restorable, onRestored }: ItemProps) {
  const workspace = useWorkspace();
  const translator = useTranslator();
  const { t, dateTime, locale } = translator;
  const { at, by, cause, lines } = entry;
  const hidden = lines.length - MOST_LINES;
  const line = ({ what, detail, stories }: ChangeLine, index: number) => (
    <p key={`${index}`} className="history-line">
      <span>{t(what)}</span>
      {detail[locale] === '' ? null : <span className="history-detail">{detail[locale]}</span>}
      {storyKey === null && stories !== 'all' && stories[0] !== undefined ? (
        <StoryOfLine storyKey={stories[0]} />
      ) : null}
    </p>
  );
  return (
    <li>
      <p className="history-when">
        <time dateTime={at}>{dateTime(at)}</time>
        {by === null ? null : <span className="history-by">{by}</span>}
        {cause === 'undo' || cause === 'redo' ? (
          <span className="history-cause">{t(cause === 'undo' ? 'history.undo' : 'history.redo')}</span>
        ) : null}
        {restorable ? (
          <button
            type="button"
            className="button quiet small"
            aria-label={t(storyKey === null ? 'history.restore-project' : 'history.restore-story', {
              time: dateTime(at),
            })}
            title={t('history.undoable')}
            onClick={() => void restore(workspace, translator, entry, storyKey).then(onRestored)}
          >
            {t('history.restore')}
          </button>
        ) : null}
      </p>
      {lines.slice(0, MOST_LINES).map(line)}
      {hidden + entry.more > 0 ? (
        <p className="faint">{t('history.more', { more: Math.max(0, hidden) + entry.more })}</p>
      ) : null}
    </li>
  );
}
