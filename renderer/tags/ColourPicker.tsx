import { useId } from 'react';
import { TAG_COLOURS, type TagColour } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { roveFocus } from '../ui/roving.ts';
import { COLOUR_LABELS } from './colours.ts';

interface Props {
  value: TagColour;
  onChange: (colour: TagColour) => void;
  disabled: boolean;
}

/** The colours of tags. Arrow keys move the focus, Space or Enter choose. */
export function ColourPicker({ value, onChange, disabled }: Props) {
  const { t } = useTranslator();
  const id = useId();
  return (
    <div className="field">
      <span className="label" id={id}>
        {t('tag.colour')}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={id}
        className="colours"
        onKeyDown={(event) => roveFocus(event, '[role="radio"]', 'both')}
      >
        {TAG_COLOURS.map((colour) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio would be changed by merely passing over it.
          <button
            key={colour}
            type="button"
            role="radio"
            className="colour"
            data-colour={colour}
            aria-checked={colour === value}
            aria-label={t(COLOUR_LABELS[colour])}
            title={t(COLOUR_LABELS[colour])}
            tabIndex={colour === value ? 0 : -1}
            disabled={disabled}
            onClick={() => onChange(colour)}
          />
        ))}
      </div>
    </div>
  );
}
