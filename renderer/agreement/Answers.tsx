import { useEffect, useState } from 'react';
import type { Answered } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import type { AgreementCell } from '../store/state.ts';
import { goToEntry } from './go-to-entry.ts';

/** What was asked for is below the table, most likely out of sight. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** Things that are listed of a cell at most. */
const MOST = 200;

/** What a cell counts, each thing a way to where it stands. */
export function Answers({
  cell,
  words,
}: {
  cell: AgreementCell;
  words: { one: string; other: string; row: string; column: string };
}) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ entries: readonly Answered[]; more: number } | null>(null);
  const asked = JSON.stringify({ ...cell, most: MOST });
  useEffect(() => {
    let current = true;
    void workspace.attempt(async () => {
      const answer = await workspace.connection.call('agreement.answered', JSON.parse(asked));
      if (current) setFound(answer);
    });
    return () => {
      current = false;
    };
  }, [workspace, asked]);
  if (!found) return null;
  const { entries, more } = found;
  return (
    <div ref={intoView} className="agreement-entries">
      <p role="status">{t('agreement.entries', { ...words, count: entries.length + more })}</p>
      <ul>
        {entries.map((entry) => (
          <li key={JSON.stringify(entry.ids)}>
            <button type="button" className="link" onClick={() => void goToEntry(workspace, entry)}>
              {entry.quote}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="faint">{t('agreement.more-entries', { more })}</p> : null}
    </div>
  );
}
