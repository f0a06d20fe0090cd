import { archivedPage } from '../../app/archives.ts';
import { useTranslator } from '../i18n/context.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { TextField } from '../ui/TextField.tsx';
import { hostOf, isWebAddress, webAddressFrom } from './web-address.ts';

interface Props {
  label: string;
  value: string;
  onCommit: (value: string) => Promise<boolean>;
  /** The address of an archived copy was pasted: it says more than goes into one field. */
  onCopy: (address: string) => void;
  readOnly: boolean;
  field?: string;
  keepAs: string;
}

/** A web address, and the way to it. Anything else is said to be none and not kept. */
export function AddressField({ label, value, onCommit, onCopy, readOnly, field, keepAs }: Props) {
  const { t } = useTranslator();
  return (
    <div
      className="address"
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').trim();
        if (readOnly || !isWebAddress(pasted) || !archivedPage(pasted)) return;
        event.preventDefault();
        onCopy(pasted);
      }}
    >
      <TextField
        label={label}
        value={value}
        onCommit={onCommit}
        tidy={webAddressFrom}
        keepAs={keepAs}
        readOnly={readOnly}
        inputMode="url"
        placeholder="https://"
        problem={(typed) => (isWebAddress(webAddressFrom(typed)) ? null : t('evidence.url.invalid'))}
        {...(field === undefined ? {} : { field })}
      />
      {value === '' ? null : (
        <span className="address-open">
          <ExternalLink url={value}>{t('evidence.url.open', { host: hostOf(value) })}</ExternalLink>
        </span>
      )}
    </div>
  );
}
