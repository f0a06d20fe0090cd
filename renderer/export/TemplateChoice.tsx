import { REPORT_TEMPLATES, type ReportTemplate } from '../../app/exports/options.ts';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  template: ReportTemplate;
  onTemplate: (template: ReportTemplate) => void;
}

/** What a report is laid out for, each with what it is good for. */
export function TemplateChoice({ template, onTemplate }: Props) {
  const { t } = useTranslator();
  return (
    <fieldset className="export-templates">
      <legend>{t('export.template')}</legend>
      {REPORT_TEMPLATES.map((candidate) => (
        <label key={candidate} data-chosen={candidate === template}>
          <input
            type="radio"
            name="export-template"
            checked={candidate === template}
            onChange={() => onTemplate(candidate)}
          />
          <span>
            <span className="export-format-name">{t(`export.template-${candidate}`)}</span>
            <span className="dialog-hint">{t(`export.template-hint-${candidate}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
