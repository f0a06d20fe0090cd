import { useEffect, useId, useRef, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';

/** What can be written in the search field, by example. */
const EXAMPLES = [
  ['words', 'harbour bridge'],
  ['phrase', '"harbour bridge"'],
  ['not', 'bridge -ferry'],
  ['or', '(bridge OR ferry) budget'],
  ['regex', '/[0-9]+億円/'],
  ['as-typed', '=NATO'],
  ['source', 'source:minato lang:ja'],
  ['date', 'date:2025-02-01..2025-02-08'],
  ['link', 'link:minato.example'],
  ['kind', 'kind:translation'],
  ['has', 'has:claim has:link'],
  ['project', 'verdict:disputed tag:figures state:unread'],
  ['annotations', 'in:annotations budget'],
] as const;

/** The query language on a small sheet beside the field. */
export function SearchHelp() {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    sheet.current?.focus();
    const leave = (event: PointerEvent) => {
      const { target } = event;
      if (target instanceof Node && !sheet.current?.contains(target) && !button.current?.contains(target))
        setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);

  return (
    <>
      <button
        type="button"
        ref={button}
        className="button quiet small search-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('search.help')}
        title={t('search.help')}
        onClick={() => setOpen(!isOpen)}
      >
        ?
      </button>
      {isOpen ? (
        <section
          id={id}
          ref={sheet}
          className="search-help"
          aria-label={t('search.help')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet that scrolls has to be reachable by key.
          tabIndex={0}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setOpen(false);
            button.current?.focus();
          }}
        >
          <dl>
            {EXAMPLES.map(([name, example]) => (
              <div key={name}>
                <dt>
                  <code>{example}</code>
                </dt>
                <dd>{t(`search.help.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}
