import { useId } from 'react';
import { IMPORT_FORMATS, type ImportFormat } from '../../app/interchange/import/recognise.ts';
import { useTranslator } from '../i18n/context.ts';
import type { MessageKey } from '../i18n/messages.ts';

interface Props {
  /** null: told by the file's content. */
  format: ImportFormat | null;
  recognised: ImportFormat | null;
  onFormat: (format: ImportFormat | null) => void;
}

/** What the file is taken for. */
export function FormatField({ format, recognised, onFormat }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const auto =
    recognised && format === null ? t('import.recognised', { format: t(nameOf(recognised)) }) : null;
  return (
    <div className="import-format">
      <label htmlFor={id}>{t('import.format')}</label>
      <select
        id={id}
        className="input"
        value={format ?? ''}
        onChange={(event) => onFormat(IMPORT_FORMATS.find((known) => known === event.target.value) ?? null)}
      >
        <option value="">{auto ?? t('import.format-auto')}</option>
        {IMPORT_FORMATS.map((known) => (
          <option key={known} value={known}>
            {t(nameOf(known))}
          </option>
        ))}
      </select>
    </div>
  );
}

function nameOf(format: ImportFormat): MessageKey {
  if (format === 'glossary') return 'import.format-glossary';
  if (format === 'memory') return 'import.format-memory';
  return `export.format-${format}`;
}
