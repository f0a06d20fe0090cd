import type { Locale } from '../../app/settings.ts';
import { useTranslator } from '../i18n/context.ts';

const NAMES: Record<Locale, string> = { en: 'English', ja: '日本語' };
const ALONE: readonly Locale[][] = [['en'], ['ja']];
const TOGETHER: readonly Locale[][] = [
  ['en', 'ja'],
  ['ja', 'en'],
];

interface Props {
  languages: readonly Locale[];
  onLanguages: (languages: Locale[]) => void;
  /** Whether there can be two, the main one first. */
  bilingual: boolean;
}

/** In which language the program's own words in an export are. */
export function LanguageField({ languages, onLanguages, bilingual }: Props) {
  const { t } = useTranslator();
  const choices = bilingual ? [...ALONE, ...TOGETHER] : ALONE;
  const chosen = bilingual ? languages : languages.slice(0, 1);
  return (
    <label className="field">
      <span className="label">{t('export.language')}</span>
      <select
        className="input"
        value={chosen.join()}
        onChange={({ currentTarget }) =>
          onLanguages(choices.find((choice) => choice.join() === currentTarget.value) ?? [])
        }
      >
        {choices.map((choice) => (
          <option key={choice.join()} value={choice.join()} lang={choice[0]}>
            {choice.map((locale) => NAMES[locale]).join(' + ')}
          </option>
        ))}
      </select>
    </label>
  );
}
