import { BUNDLE_MODES, type BundleMode } from '../../app/bundle/manifest.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  mode: BundleMode;
  onMode: (mode: BundleMode) => void;
}

export function ModeChoice({ mode, onMode }: Props) {
  const { t } = useTranslator();
  return (
    <fieldset>
      <legend>{t('bundle.mode')}</legend>
      <div className="export-formats">
        {BUNDLE_MODES.map((candidate) => (
          <label key={candidate} data-chosen={candidate === mode}>
            <input
              ref={candidate === 'cited' ? firstFocus : undefined}
              type="radio"
              name="bundle-mode"
              checked={candidate === mode}
              onChange={() => onMode(candidate)}
            />
            <span>
              <span className="export-format-name">{t(`bundle.mode-${candidate}`)}</span>
              <span className="dialog-hint">{t(`bundle.mode-${candidate}-hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
