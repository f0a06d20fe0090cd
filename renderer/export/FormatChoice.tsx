import { type ExportFormat, REPORT_FORMATS, TRANSLATION_FORMATS } from '../../app/exports/formats.ts';
import { INTERCHANGE_IDS } from '../../app/interchange/catalogue.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
}

/** Reports, then translations and annotations for other tools. `FormatAbout` says what the chosen one is for. */
export function FormatChoice({ format, onFormat }: Props) {
  const { t } = useTranslator();
  const group = (legend: string, formats: readonly ExportFormat[]) => (
    <fieldset className="export-formats">
      <legend>{legend}</legend>
      {formats.map((candidate) => (
        <label key={candidate} data-chosen={candidate === format}>
          <input
            type="radio"
            name="export-format"
            ref={candidate === format ? firstFocus : undefined}
            aria-describedby={candidate === format ? 'export-about' : undefined}
            checked={candidate === format}
            onChange={() => onFormat(candidate)}
          />
          <span>{t(`export.format-${candidate}`)}</span>
        </label>
      ))}
    </fieldset>
  );
  return (
    <div className="export-kinds">
      {group(t('export.reports'), REPORT_FORMATS)}
      {group(t('export.translations'), TRANSLATION_FORMATS)}
      {group(t('export.annotations'), INTERCHANGE_IDS)}
    </div>
  );
}
