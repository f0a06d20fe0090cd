import type { Command } from '../../app/commands.ts';
import { type Evidence, STANCES } from '../../app/evidence.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AddressField } from './AddressField.tsx';
import { addressFields, archiveFields, untakenFields } from './address-fields.ts';
import { EvidenceFile } from './EvidenceFile.tsx';
import { StoryQuoteLink } from './StoryQuoteLink.tsx';
import { STANCE_LABELS } from './stances.ts';

type Changes = Extract<Command, { type: 'evidence.edit' }>['changes'];

interface Props {
  claimId: string;
  entry: Evidence;
  last: boolean;
}

export function EvidenceEditor({ claimId, entry, last }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const readOnly = !editable;
  const told = untakenFields(entry);
  const edit = async (changes: Changes): Promise<boolean> => {
    const claim = workspace.state.get().open?.project.claims.get(claimId);
    if (!claim?.evidence.some(({ id }) => id === entry.id)) return true;
    return workspace.execute({ type: 'evidence.edit', claimId, evidenceId: entry.id, changes });
  };
  return (
    <div className="fields">
      <SelectField
        label={t('evidence.stance')}
        value={entry.stance}
        options={STANCES.map((stance) => ({ value: stance, label: t(STANCE_LABELS[stance]) }))}
        onChange={(stance) => void edit({ stance })}
        disabled={readOnly}
        {...(last ? { field: 'stance' } : {})}
      />
      <AddressField
        label={t('evidence.url')}
        value={entry.url}
        onCommit={(url) => edit({ url })}
        onCopy={(address) => void edit(addressFields(address, entry))}
        keepAs={`${entry.id} url`}
        readOnly={readOnly}
        {...(last ? { field: 'url' } : {})}
      />
      <AddressField
        label={t('evidence.archiveUrl')}
        value={entry.archiveUrl}
        onCommit={(archiveUrl) => edit({ archiveUrl })}
        onCopy={(address) => void edit(archiveFields(address, entry))}
        keepAs={`${entry.id} archiveUrl`}
        readOnly={readOnly}
      />
      {told && editable ? (
        <p className="evidence-told">
          {t('evidence.copy.known')}{' '}
          <button type="button" className="button small" onClick={() => void edit(told)}>
            {t('evidence.copy.take')}
          </button>
        </p>
      ) : null}
      <TextField
        label={t('evidence.capturedAt')}
        value={entry.capturedAt}
        onCommit={(capturedAt) => edit({ capturedAt })}
        keepAs={`${entry.id} capturedAt`}
        readOnly={readOnly}
        placeholder={t('evidence.capturedAt.placeholder')}
        tidy={(date) => date.trim()}
        problem={(date) => (isDate(date) ? null : t('evidence.publishedAt.invalid'))}
      />
      <TextField
        label={t('evidence.title')}
        value={entry.title}
        onCommit={(title) => edit({ title })}
        keepAs={`${entry.id} title`}
        readOnly={readOnly}
      />
      <div className="field-row">
        <TextField
          label={t('evidence.publisher')}
          value={entry.publisher}
          onCommit={(publisher) => edit({ publisher })}
          keepAs={`${entry.id} publisher`}
          readOnly={readOnly}
        />
        <TextField
          label={t('evidence.publishedAt')}
          value={entry.publishedAt}
          onCommit={(publishedAt) => edit({ publishedAt })}
          keepAs={`${entry.id} publishedAt`}
          readOnly={readOnly}
          placeholder={t('evidence.publishedAt.placeholder')}
          tidy={(date) => date.trim()}
          problem={(date) => (isDate(date) ? null : t('evidence.publishedAt.invalid'))}
        />
      </div>
      <TextField
        label={t('evidence.quote')}
        value={entry.quote}
        onCommit={(quote) => edit({ quote })}
        keepAs={`${entry.id} quote`}
        readOnly={readOnly}
        multiline
      />
      {entry.story ? <StoryQuoteLink quote={entry.story} /> : null}
      <TextField
        label={t('evidence.reliability')}
        value={entry.reliability}
        onCommit={(reliability) => edit({ reliability })}
        keepAs={`${entry.id} reliability`}
        readOnly={readOnly}
        placeholder={t('evidence.reliability.placeholder')}
        multiline
      />
      <EvidenceFile file={entry.file} readOnly={readOnly} onChange={(file) => void edit({ file })} />
      {editable ? (
        <footer className="annotation-footer">
          <button
            type="button"
            className="button small quiet danger"
            onClick={() => void workspace.execute({ type: 'evidence.remove', claimId, evidenceId: entry.id })}
          >
            {t('evidence.remove')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}

/** ISO 8601, as exact as it is known, or nothing. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}.*)?)?)?$/u.exec(text.trim());
  if (!parts) return text.trim() === '';
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}
