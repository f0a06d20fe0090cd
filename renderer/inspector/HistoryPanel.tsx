import { useTranslator } from '../i18n/context.ts';
import type { ChangeLine } from './change-lines.ts';
import type { HistoryEntry } from './session-history.ts';

/** Lines of one entry that are shown; a bulk change may have thousands. */
const MOST_LINES = 6;

/** What was changed in this story since the window was opened. */
export function HistoryPanel({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t, clock, locale } = useTranslator();
  const line = ({ what, detail }: ChangeLine, index: number) => (
    <p key={`${index}`} className="history-line">
      <span>{t(what)}</span>
      {detail[locale] === '' ? null : <span className="history-detail">{detail[locale]}</span>}
    </p>
  );
  return (
    <>
      <h3 className="inspector-lead">{t('history.thisSession')}</h3>
      {entries.length === 0 ? (
        <p className="inspector-empty">{t('history.none')}</p>
      ) : (
        <ol className="history">
          {entries.map((entry) => (
            <li key={entry.sequence}>
              <time dateTime={entry.at}>{clock(entry.at)}</time>
              <div>
                {entry.cause === 'do' ? null : (
                  <span className="history-cause">
                    {t(entry.cause === 'undo' ? 'history.undo' : 'history.redo')}
                  </span>
                )}
                {entry.lines.slice(0, MOST_LINES).map(line)}
                {entry.lines.length > MOST_LINES ? (
                  <p className="faint">{t('history.more', { more: entry.lines.length - MOST_LINES })}</p>
                ) : null}
                {entry.afterGap ? <p className="faint">{t('history.gap')}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
