import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { useKeyNames } from '../keys/use-key-names.ts';
import { useWorkspace } from '../store/context.ts';
import { focusReading } from '../ui/focus.ts';
import { type Box, placeBeside } from './placing.ts';
import { TOUR } from './steps.ts';
import './tour.css';

/** Points at one thing after another and says what it is for. Arrow keys go on and back, Escape ends it. */
export function Tour() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const keyNames = useKeyNames();
  const dialog = useRef<HTMLDialogElement>(null);
  const go = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  const [ring, setRing] = useState<Box | null>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const step = TOUR[at];
  const last = at === TOUR.length - 1;

  const end = () => {
    workspace.show(null);
    focusReading();
  };
  const move = (by: 1 | -1) => {
    if (by > 0 && last) end();
    else setAt(Math.max(0, at + by));
  };

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  // Once it was seen or declined it does not come by itself again.
  useEffect(() => {
    if (!workspace.state.get().settings.tourSeen) void workspace.changeSettings({ tourSeen: true });
  }, [workspace]);
  useLayoutEffect(() => {
    const lay = () => {
      const target = step ? document.querySelector(step.target) : null;
      const box = target?.getBoundingClientRect() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight);
      setRing({ left: box.left, top: box.top, width: box.width, height: box.height });
      const panel = dialog.current?.getBoundingClientRect();
      if (panel) setPlace(placeBeside(box, panel, { width: window.innerWidth, height: window.innerHeight }));
    };
    lay();
    go.current?.focus();
    window.addEventListener('resize', lay);
    return () => window.removeEventListener('resize', lay);
  }, [step]);

  if (!step) return null;
  const keys = step.keys.map(keyNames).filter((name) => name !== '');
  return (
    <dialog
      ref={dialog}
      className="tour"
      style={place ?? {}}
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      onCancel={(event) => {
        event.preventDefault();
        end();
      }}
      onClose={(event) => {
        // A browser closes without asking when Escape comes twice.
        if (!event.currentTarget.open) end();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1);
        else return;
        event.preventDefault();
      }}
    >
      {ring ? <div className="tour-ring" style={{ ...ring }} aria-hidden /> : null}
      <div className="tour-words" aria-live="polite">
        <p className="tour-count">{t('tour.count', { step: at + 1, steps: TOUR.length })}</p>
        <h2 id="tour-title">{t(step.title)}</h2>
        <p id="tour-text">{t(step.text)}</p>
        {keys.length > 0 ? (
          <p className="tour-keys">
            {keys.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </p>
        ) : null}
      </div>
      <footer>
        <button type="button" className="button quiet small" onClick={end}>
          {t('tour.skip')}
        </button>
        <span className="spring" />
        <button type="button" className="button small" disabled={at === 0} onClick={() => move(-1)}>
          {t('tour.back')}
        </button>
        <button ref={go} type="button" className="button small primary" onClick={() => move(1)}>
          {t(last ? 'tour.done' : 'tour.next')}
        </button>
      </footer>
    </dialog>
  );
}
