import { LOCALES, localeFor, type Settings } from '../../app/settings.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { ReviewerField } from './ReviewerField.tsx';

const LANGUAGE_NAMES = { en: 'English', ja: '日本語' } as const;
const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];

export function GeneralSettings() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const settings = useWorkspaceState((state) => state.settings);
  const version = useWorkspaceState((state) => state.start?.version);
  const languages = useWorkspaceState((state) => state.start?.languages);
  const change = (changes: Partial<Settings>) => void workspace.changeSettings(changes);
  const system = LANGUAGE_NAMES[localeFor('system', languages ?? [])];

  return (
    <div className="settings-rows">
      <ReviewerField />
      <label className="settings-row">
        <span>{t('settings.language')}</span>
        <select
          className="input"
          value={settings.locale}
          onChange={(event) => {
            const locale = (['system', ...LOCALES] as const).find((name) => name === event.target.value);
            if (locale) change({ locale });
          }}
        >
          <option value="system">{t('settings.language-system', { language: system })}</option>
          {LOCALES.map((name) => (
            <option key={name} value={name} lang={name}>
              {LANGUAGE_NAMES[name]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="settings-row">
        <legend>{t('settings.theme')}</legend>
        <span className="settings-choices">
          {THEMES.map((theme) => (
            <label key={theme} data-chosen={theme === settings.theme}>
              <input
                type="radio"
                name="theme"
                checked={theme === settings.theme}
                onChange={() => change({ theme })}
              />
              {t(`settings.theme-${theme}`)}
            </label>
          ))}
        </span>
      </fieldset>
      <label className="settings-row">
        <span>{t('settings.text-size')}</span>
        <span className="settings-size">
          <input
            type="range"
            min={12}
            max={32}
            step={1}
            value={settings.textSize}
            aria-valuetext={t('settings.pixels', { size: settings.textSize })}
            onChange={(event) => change({ textSize: Number(event.target.value) })}
          />
          <output>{t('settings.pixels', { size: settings.textSize })}</output>
        </span>
      </label>
      <fieldset className="settings-row">
        <legend>{t('settings.font')}</legend>
        <span className="settings-choices">
          {(['sans', 'serif'] as const).map((font) => (
            <label key={font} data-chosen={font === settings.readingFont}>
              <input
                type="radio"
                name="reading-font"
                checked={font === settings.readingFont}
                onChange={() => change({ readingFont: font })}
              />
              {t(`settings.font-${font}`)}
            </label>
          ))}
        </span>
      </fieldset>
      <label className="settings-row">
        <span>{t('settings.line-height')}</span>
        <span className="settings-size">
          <input
            type="range"
            min={1.3}
            max={2.6}
            step={0.05}
            value={settings.lineHeight}
            onChange={(event) => change({ lineHeight: Number(event.target.value) })}
          />
          <output>{settings.lineHeight.toFixed(2)}</output>
        </span>
      </label>
      <label className="settings-row">
        <span>{t('settings.vertical')}</span>
        <span className="settings-check">
          <input
            type="checkbox"
            checked={settings.vertical}
            onChange={(event) => change({ vertical: event.target.checked })}
          />
          <span className="dialog-hint">{t('settings.vertical-hint')}</span>
        </span>
      </label>
      <p
        className="settings-sample"
        style={{ fontSize: settings.textSize, lineHeight: settings.lineHeight }}
        aria-hidden="true"
      >
        {t('settings.sample')}
      </p>
      <div className="settings-row">
        <span>{t('settings.about')}</span>
        <span className="settings-check">
          <button type="button" className="button small" onClick={() => workspace.show({ kind: 'licences' })}>
            {t('settings.licences')}
          </button>
          <span className="dialog-hint">{t('settings.version', { version: version ?? '' })}</span>
        </span>
      </div>
    </div>
  );
}
