import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '../keys/keymap.ts';

const PAGE = 10;

interface ActiveOption {
  active: number;
  /** Of the element that holds the options, which has the role `listbox`. */
  listProps: { id: string; ref: (element: HTMLElement | null) => void };
  inputProps: {
    role: 'combobox';
    'aria-expanded': boolean;
    'aria-controls': string;
    'aria-autocomplete': 'list';
    'aria-activedescendant': string | undefined;
    onKeyDown: (event: KeyboardEvent) => void;
  };
  optionProps: (index: number) => {
    id: string;
    role: 'option';
    'aria-selected': boolean;
    onMouseMove: () => void;
    onClick: () => void;
  };
}

/**
 * A field that filters a list of options, which the arrow keys go through while the focus stays in the field
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Keys that an input method composes with are left to it.
 * `of` names what the list shows: when it changes, the first option is the active one again.
 */
export function useActiveOption(count: number, of: string, onChoose: (index: number) => void): ActiveOption {
  const id = useId();
  const list = useRef<HTMLElement | null>(null);
  const [place, setPlace] = useState({ of, index: 0 });
  const active = place.of === of ? Math.min(place.index, Math.max(0, count - 1)) : 0;
  const byKey = useRef(false);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    // The pointer's own movement must not scroll the list away under it.
    if (!byKey.current) return;
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const go = (index: number) => {
    byKey.current = true;
    setPlace({ of, index: Math.max(0, Math.min(count - 1, index)) });
  };
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

  return {
    active,
    listProps: {
      id,
      ref: (element) => {
        list.current = element;
      },
    },
    inputProps: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': id,
      'aria-autocomplete': 'list',
      'aria-activedescendant': count > 0 ? optionId(active) : undefined,
      onKeyDown: (event) => {
        if (isComposing(event.nativeEvent)) return;
        const step = steps[event.key];
        if (step !== undefined) {
          event.preventDefault();
          go(active + step);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          onChoose(active);
        }
      },
    },
    optionProps: (index) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === active,
      onMouseMove: () => {
        byKey.current = false;
        if (index !== active) setPlace({ of, index });
      },
      onClick: () => onChoose(index),
    }),
  };
}
