import { type Evidence, isFilled } from '../../app/evidence.ts';
import { useTranslator } from '../i18n/context.ts';
import { EvidenceEditor } from './EvidenceEditor.tsx';
import { STANCE_LABELS } from './stances.ts';
import { hostOf } from './web-address.ts';

interface Props {
  claimId: string;
  entry: Evidence;
  /** The entry that was made last answers when an address is asked for. */
  last: boolean;
  open: boolean;
  onToggle: () => void;
}

export function EvidenceItem({ claimId, entry, last, open, onToggle }: Props) {
  const { t } = useTranslator();
  const { title, url, publisher, publishedAt, file } = entry;
  const { archiveUrl } = entry;
  const name =
    title || (url && hostOf(url)) || (archiveUrl && hostOf(archiveUrl)) || file?.name || entry.quote;
  const host = title && url ? hostOf(url) : '';
  const facts = [publisher || host, publishedAt].filter((fact) => fact !== '');
  if (archiveUrl !== '') facts.push(t('evidence.archived', { at: entry.capturedAt.slice(0, 10) }));
  if (entry.story) facts.push(t('evidence.fromStory'));
  return (
    <li className="annotation" data-selected={open || undefined}>
      <button type="button" className="annotation-head" aria-expanded={open} onClick={onToggle}>
        <span className="evidence-head">
          <span className="stance" data-stance={entry.stance}>
            {t(STANCE_LABELS[entry.stance])}
          </span>
          <span className="evidence-title">
            {name === '' ? (
              <em className="faint">{t(isFilled(entry) ? 'evidence.untitled' : 'evidence.empty')}</em>
            ) : (
              name
            )}
          </span>
          {facts.length === 0 ? null : <span className="faint">{facts.join(' · ')}</span>}
        </span>
      </button>
      {open ? (
        <div className="annotation-editor">
          <EvidenceEditor claimId={claimId} entry={entry} last={last} />
        </div>
      ) : null}
    </li>
  );
}
