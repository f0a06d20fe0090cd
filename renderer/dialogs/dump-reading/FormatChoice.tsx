import type { DumpPreview } from '../../../app/contract.ts';
import { FORMAT_IDS, type FormatId } from '../../../app/formats/format-ids.ts';
import { encodingName, TEXT_ENCODINGS } from '../../../app/text/encodings.ts';
import { useTranslator } from '../../i18n/context.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import type { ReadingChoice } from './reading-choice.ts';

interface Props {
  choice: ReadingChoice;
  preview: DumpPreview | null;
  onChange: (choice: ReadingChoice) => void;
}

const AS_GUESSED = '';

/** Format and encoding, where the program has guessed wrongly. */
export function FormatChoice({ choice, preview, onChange }: Props) {
  const { t } = useTranslator();
  const guess = choice.guess ?? preview;
  const guessedFormat = guess
    ? t('reading.guessed', { what: t(`format.${guess.format}`) })
    : t('reading.guessing');
  const guessedEncoding = guess
    ? t('reading.guessed', { what: encodingName(guess.encoding) })
    : t('reading.guessing');
  return (
    <div className="reading-format">
      <SelectField<FormatId | ''>
        label={t('reading.format')}
        value={choice.format ?? AS_GUESSED}
        options={[
          { value: AS_GUESSED, label: guessedFormat },
          ...FORMAT_IDS.map((value) => ({ value, label: t(`format.${value}`) })),
        ]}
        onChange={(format) =>
          // Rule and columns belong to the format that they were chosen for.
          onChange({ ...choice, format: format === AS_GUESSED ? null : format, form: null, mapping: null })
        }
        disabled={false}
      />
      <SelectField
        label={t('reading.encoding')}
        value={choice.encoding ?? AS_GUESSED}
        options={[
          { value: AS_GUESSED, label: guessedEncoding },
          ...TEXT_ENCODINGS.map(({ label, name }) => ({ value: label, label: name })),
        ]}
        onChange={(encoding) => onChange({ ...choice, encoding: encoding === AS_GUESSED ? null : encoding })}
        disabled={false}
      />
    </div>
  );
}
