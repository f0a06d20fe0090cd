import { useId, useRef, useState } from 'react';
import { LOGO_TYPES, MOST_LOGO_BYTES, type ReportOptions } from '../../app/exports/options.ts';
import { useTranslator } from '../i18n/context.ts';
import { readLogo } from './read-logo.ts';

interface Props {
  logo: ReportOptions['logo'];
  onLogo: (logo: ReportOptions['logo']) => void;
}

/** The picture at the head of a report. */
export function LogoField({ logo, onLogo }: Props) {
  const { t, bytes } = useTranslator();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<'too-large' | 'no-picture' | null>(null);

  const take = async (file: File) => {
    const read = await readLogo(file);
    setWrong(typeof read === 'string' ? read : null);
    if (typeof read !== 'string') onLogo(read);
  };
  return (
    <div className="field">
      <span className="label" id={id}>
        {t('export.logo')}
      </span>
      <div className="export-logo">
        {logo ? <img src={`data:${logo.type};base64,${logo.base64}`} alt={t('export.logo-chosen')} /> : null}
        <input
          ref={input}
          type="file"
          hidden
          accept={LOGO_TYPES.join()}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file once more has to count as a choice.
            currentTarget.value = '';
            if (file) void take(file);
          }}
        />
        <button
          type="button"
          className="button small"
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {t(logo ? 'export.logo-other' : 'export.logo-choose')}
        </button>
        {logo ? (
          <button type="button" className="button small quiet" onClick={() => onLogo(null)}>
            {t('export.logo-none')}
          </button>
        ) : null}
      </div>
      {wrong === null ? null : (
        <p className="field-problem" role="alert">
          {t(`export.logo-${wrong}`, { most: bytes(MOST_LOGO_BYTES) })}
        </p>
      )}
    </div>
  );
}
