import { useId } from 'react';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  value: string;
  onValue: (value: string) => void;
}

/** Nothing, or an address on the web. */
export function isBaseUrl(value: string): boolean {
  return /^(?:https?:\/\/\S+)?$/iu.test(value.trim());
}

/** Where the pages of claims are published, for formats that name them. */
export function BaseUrlField({ value, onValue }: Props) {
  const { t } = useTranslator();
  const id = useId();
  const wrong = !isBaseUrl(value);
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
