import { useId } from 'react';
import { isBaseUrl } from '../../app/interchange/base-url.ts';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  value: string;
  onValue: (value: string) => void;
}

/** Nothing, or an address on the web. */
export function mayBeBaseUrl(value: string): boolean {
  return value.trim() === '' || isBaseUrl(value.trim());
}

/** Where the pages of claims are published, for formats that name them. */
export function BaseUrlField({ value, onValue }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const wrong = !mayBeBaseUrl(value);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('export.base-url')}
      </label>
      <input
        id={id}
        className="input"
        inputMode="url"
        spellCheck={false}
        placeholder="https://"
        value={value}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <p id={`${id}-hint`} className={wrong ? 'field-problem' : 'dialog-hint'}>
        {t(wrong ? 'export.base-url-wrong' : 'export.base-url-hint')}
      </p>
    </div>
  );
}
