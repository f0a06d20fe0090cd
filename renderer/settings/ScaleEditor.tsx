import { OUTCOMES, type Outcome } from '../../app/rating-scale.ts';
import { useTranslator } from '../i18n/context.ts';
import { newId } from '../store/annotating.ts';
import { OutcomeMark } from '../ui/OutcomeMark.tsx';
import { type DraftRating, type DraftScale, moved, newRating, type Words } from './own-scale.ts';

/** Ratings that have a key of their own. */
const MOST = 30;

interface Props {
  draft: DraftScale;
  onChange: (draft: DraftScale) => void;
}

/** A scale of the project's own: its ratings in order, each with its name, what it means and what it comes to. */
export function ScaleEditor({ draft, onChange }: Props) {
  const { t } = useTranslator();
  const { name, ratings } = draft;
  const change = (id: string, changes: Partial<DraftRating>) =>
    onChange({
      ...draft,
      ratings: ratings.map((rating) => (rating.id === id ? { ...rating, ...changes } : rating)),
    });
  return (
    <div className="scale-editor">
      <WordFields
        label={t('scale.name')}
        words={name}
        onChange={(words) => onChange({ ...draft, name: words })}
      />
      <ol>
        {ratings.map((rating, place) => {
          const of = rating.label.en || rating.label.ja || t('scale.rating', { place: place + 1 });
          return (
            <li key={rating.id}>
              <fieldset>
                <legend>
                  <OutcomeMark outcome={rating.outcome} /> {of}
                </legend>
                <WordFields
                  label={t('scale.label')}
                  words={rating.label}
                  onChange={(label) => change(rating.id, { label })}
                />
                <WordFields
                  label={t('scale.meaning')}
                  words={rating.meaning}
                  onChange={(meaning) => change(rating.id, { meaning })}
                />
                <div className="scale-editor-foot">
                  <label>
                    {t('scale.outcome')}{' '}
                    <select
                      className="input"
                      value={rating.outcome}
                      onChange={(event) => {
                        const outcome = OUTCOMES.find(
                          (known): known is Outcome => known === event.target.value,
                        );
                        if (outcome) change(rating.id, { outcome });
                      }}
                    >
                      {OUTCOMES.map((outcome) => (
                        <option key={outcome} value={outcome}>
                          {t(`outcome.${outcome}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                  <span className="spring" />
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      className="button quiet small"
                      disabled={by < 0 ? place === 0 : place === ratings.length - 1}
                      aria-label={t(by < 0 ? 'scale.up' : 'scale.down', { rating: of })}
                      onClick={() => onChange({ ...draft, ratings: moved(ratings, rating.id, by) })}
                    >
                      <span aria-hidden>{by < 0 ? '↑' : '↓'}</span>
                    </button>
                  ))}
                  <button
                    type="button"
                    className="button quiet small danger"
                    disabled={ratings.length === 1}
                    aria-label={t('scale.remove-of', { rating: of })}
                    onClick={() =>
                      onChange({ ...draft, ratings: ratings.filter(({ id }) => id !== rating.id) })
                    }
                  >
                    {t('scale.remove')}
                  </button>
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        className="button small"
        disabled={ratings.length >= MOST}
        onClick={() => onChange({ ...draft, ratings: [...ratings, newRating(newId())] })}
      >
        {t('scale.add')}
      </button>
    </div>
  );
}

interface WordFieldsProps {
  label: string;
  words: Words;
  onChange: (words: Words) => void;
}

/** The same in English and Japanese. */
function WordFields({ label, words, onChange }: WordFieldsProps) {
  const { t } = useTranslator();
  return (
    <div className="scale-editor-words">
      <span className="label" aria-hidden>
        {label}
      </span>
      {(['ja', 'en'] as const).map((lang) => (
        <input
          key={lang}
          className="input"
          lang={lang}
          aria-label={t('scale.words', { label, lang })}
          placeholder={t(lang === 'ja' ? 'scale.in-japanese' : 'scale.in-english')}
          value={words[lang]}
          onChange={(event) => onChange({ ...words, [lang]: event.target.value })}
        />
      ))}
    </div>
  );
}
