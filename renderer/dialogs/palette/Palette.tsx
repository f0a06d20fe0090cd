import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { firstFocus } from '../first-focus.ts';
import { useActiveOption } from '../use-active-option.ts';
import { find, PALETTE_KINDS } from './entries.ts';
import { PaletteOption } from './PaletteOption.tsx';
import { runTarget } from './run-target.ts';
import { useEntries } from './use-entries.ts';
import './palette.css';

/** Everything the workbench can do or go to, found while typing. */
export function Palette() {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const entries = useEntries();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = useMemo(() => find(entries, query), [entries, query]);
  const options = useActiveOption(found.length, query, (index) => {
    // Enter may come before the list has caught up with what was typed.
    const chosen = query === typed ? found[index] : find(entries, typed)[0];
    const target = chosen?.target;
    if (!target) return;
    // The palette is gone, and the focus back where it was, before the action looks at either.
    flushSync(() => workspace.show(null));
    runTarget(workspace, target, translator);
  });

  return (
    <Dialog title={t('palette.title')} className="palette" onClose={() => workspace.show(null)}>
      <input
        {...options.inputProps}
        ref={firstFocus}
        className="input palette-query"
        type="text"
        aria-label={t('palette.query')}
        placeholder={t('palette.query')}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div {...options.listProps} role="listbox" className="palette-list" aria-label={t('palette.results')}>
        {PALETTE_KINDS.map((kind) => {
          const ofKind = found.flatMap((entry, index) =>
            entry.target.kind === kind ? [{ entry, index }] : [],
          );
          if (ofKind.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
            <div key={kind} role="group" aria-label={t(`palette.kind-${kind}`)}>
              <p className="palette-kind" aria-hidden="true">
                {t(`palette.kind-${kind}`)}
              </p>
              {ofKind.map(({ entry, index }) => (
                <PaletteOption
                  key={`${kind} ${'id' in entry.target ? entry.target.id : entry.target.ordinal}`}
                  entry={entry}
                  props={options.optionProps(index)}
                />
              ))}
            </div>
          );
        })}
      </div>
      <Announced count={found.length} />
    </Dialog>
  );
}

/** How many entries there are, said after a rest so that typing is not talked over. */
function Announced({ count }: { count: number }) {
  const { t } = useTranslator();
  const [said, setSaid] = useState('');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(t('palette.count', { count })), 400);
    return () => clearTimeout(timer);
  }, [count, t]);
  return (
    <p role="status" className={count === 0 ? 'palette-nothing' : 'visually-hidden'}>
      {count === 0 ? t('palette.count', { count }) : said}
    </p>
  );
}
