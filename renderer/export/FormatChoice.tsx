import { type ExportFormat, isInterchange, REPORT_FORMATS } from '../../app/exports/formats.ts';
import { CATALOGUE, INTERCHANGE_IDS } from '../../app/interchange/catalogue.ts';
import { lostBy } from '../../app/interchange/features.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
}

/** Reports, then annotations for other tools, with what the chosen one is for and what it cannot carry. */
export function FormatChoice({ format, onFormat }: Props) {
  const { t } = useTranslator();
  const option = (candidate: ExportFormat) => (
    <FormatOption
      key={candidate}
      format={candidate}
      chosen={candidate === format}
      onChosen={() => onFormat(candidate)}
    />
  );
  return (
    <>
      <fieldset className="export-formats">
        <legend>{t('export.format')}</legend>
        {REPORT_FORMATS.map(option)}
      </fieldset>
      <fieldset className="export-formats">
        <legend>{t('export.annotations')}</legend>
        <div className="export-tools">{INTERCHANGE_IDS.map(option)}</div>
        {isInterchange(format) ? <About format={format} /> : null}
      </fieldset>
    </>
  );
}

interface OptionProps {
  format: ExportFormat;
  chosen: boolean;
  onChosen: () => void;
}

/** A report says at once what it is for; there are many formats for tools, so the chosen one alone does. */
function FormatOption({ format, chosen, onChosen }: OptionProps) {
  const { t } = useTranslator();
  const forTools = isInterchange(format);
  return (
    <label data-chosen={chosen}>
      <input
        type="radio"
        name="export-format"
        ref={format === 'html' ? firstFocus : undefined}
        aria-describedby={chosen && forTools ? 'export-about' : undefined}
        checked={chosen}
        onChange={onChosen}
      />
      <span>
        <span className="export-format-name">{t(`export.format-${format}`)}</span>
        {forTools ? null : <span className="dialog-hint">{t(`export.hint-${format}`)}</span>}
      </span>
    </label>
  );
}

function About({ format }: { format: keyof typeof CATALOGUE }) {
  const { t, locale } = useTranslator();
  const { carries, layout } = CATALOGUE[format];
  const lost = lostBy(carries).map((feature) => t(`feature.${feature}`));
  const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lost);
  return (
    <div id="export-about" className="export-about dialog-hint">
      <p>{t(`export.hint-${format}`)}</p>
      <p>{t('export.loses', { what })}</p>
      {layout === 'folder' ? <p>{t('export.packed')}</p> : null}
    </div>
  );
}
