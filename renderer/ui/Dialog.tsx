import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslator } from '../i18n/context.ts';

interface Props {
  title: string;
  onClose: () => void;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A modal dialog: the browser's own, which keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, footer, className = '', children }: Props) {
  const { t } = useTranslator();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // While it is still in the document: one that was taken out of it no longer gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A composing input method takes Escape for itself; the dialog closes through its owner, not by itself.
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A browser closes without asking when Escape comes twice with nothing pressed in between.
        if (!event.currentTarget.open) onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button quiet small" onClick={onClose}>
          {t('dialog.close')}
        </button>
      </header>
      <div className="body">{children}</div>
      {footer ? <footer>{footer}</footer> : null}
    </dialog>
  );
}
