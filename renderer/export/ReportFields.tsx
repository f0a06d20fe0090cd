import type { ReportOptions } from '../../app/exports/options.ts';
import { useTranslator } from '../i18n/context.ts';
import { LogoField } from './LogoField.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';

interface Props {
  options: ReportOptions;
  onChange: (changes: Partial<ReportOptions>) => void;
}

/** How a report for readers is laid out, who signs it, and what stands at its head. */
export function ReportFields({ options, onChange }: Props) {
  const { t } = useTranslator();
  return (
    <>
      <TemplateChoice template={options.template} onTemplate={(template) => onChange({ template })} />
      <div className="export-words">
        <label className="field">
          <span className="label">{t('export.author')}</span>
          <input
            className="input"
            value={options.author}
            onChange={({ currentTarget }) => onChange({ author: currentTarget.value })}
          />
        </label>
        <LogoField logo={options.logo} onLogo={(logo) => onChange({ logo })} />
      </div>
      <label className="field">
        <span className="label">{t('export.introduction')}</span>
        <textarea
          className="input"
          rows={3}
          value={options.introduction}
          onChange={({ currentTarget }) => onChange({ introduction: currentTarget.value })}
        />
      </label>
    </>
  );
}
