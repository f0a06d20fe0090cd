import { type KeyboardEvent, useId, useRef } from 'react';
import type { StoryFilter } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';
import { SearchHelp } from './SearchHelp.tsx';

interface Props {
  matching: StoryFilter['matching'];
  onChange: (matching: StoryFilter['matching']) => void;
}

/** How letters are compared, and what can be written into the field. */
export function SearchOptions({ matching, onChange }: Props) {
  const { t } = useTranslator();
  const help = useId();
  const helpButton = useRef<HTMLButtonElement>(null);
  const { exact, kana } = matching;
  // Elsewhere Escape means something else, which the keyboard would do instead.
  const closeHelp = (event: KeyboardEvent) => {
    const shown = document.getElementById(help);
    if (event.key !== 'Escape' || !shown?.matches(':popover-open')) return;
    event.stopPropagation();
    event.preventDefault();
    shown.hidePopover();
    helpButton.current?.focus();
  };
  return (
    <div className="search-options">
      <button
        type="button"
        className="button quiet small"
        aria-pressed={exact}
        title={t('search.exact')}
        onClick={() => onChange({ ...matching, exact: !exact })}
      >
        <Sign sign="Aa" name={t('search.exact')} />
      </button>
      <button
        type="button"
        className="button quiet small"
        aria-pressed={kana}
        title={t('search.kana')}
        // Who wants letters as they are wants kana as they are.
        disabled={exact}
        onClick={() => onChange({ ...matching, kana: !kana })}
      >
        <Sign sign="あ=ア" name={t('search.kana')} />
      </button>
      <button
        type="button"
        className="button quiet small"
        ref={helpButton}
        popoverTarget={help}
        onKeyDown={closeHelp}
        title={t('search.help')}
      >
        <Sign sign="?" name={t('search.help')} />
      </button>
      <SearchHelp id={help} onKeyDown={closeHelp} />
    </div>
  );
}

/** What is seen, and what is said. */
function Sign({ sign, name }: { sign: string; name: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{name}</span>
    </>
  );
}
