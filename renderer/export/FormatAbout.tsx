import { type ExportFormat, isInterchange } from '../../app/exports/formats.ts';
import { CATALOGUE } from '../../app/interchange/catalogue.ts';
import { lostBy } from '../../app/interchange/features.ts';
import { useTranslator } from '../i18n/context.ts';

/** What a format is for, and what it cannot carry. */
export function FormatAbout({ format }: { format: ExportFormat }) {
  const { t, locale } = useTranslator();
  const about = isInterchange(format) ? CATALOGUE[format] : null;
  const lost = about ? lostBy(about.carries).map((feature) => t(`feature.${feature}`)) : [];
  const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lost);
  return (
    <div id="export-about" className="export-about">
      <p>{t(`export.hint-${format}`)}</p>
      {lost.length === 0 ? null : <p className="dialog-hint">{t('export.loses', { what })}</p>}
      {about?.layout === 'folder' ? <p className="dialog-hint">{t('export.packed')}</p> : null}
    </div>
  );
}
