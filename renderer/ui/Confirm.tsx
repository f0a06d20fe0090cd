import { useState } from 'react';

interface Props {
  /** The button that asks first. */
  label: string;
  /** What will happen. */
  question: string;
  yes: string;
  no: string;
  onConfirm: () => void;
}

/** A button that says what it will do and does it at the second press. */
export function Confirm({ label, question, yes, no, onConfirm }: Props) {
  const [asking, ask] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="button small quiet danger" onClick={() => ask(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="confirm" role="alert">
      <p>{question}</p>
      <div className="buttons">
        <button type="button" className="button small danger" onClick={onConfirm}>
          {yes}
        </button>
        <button type="button" className="button small quiet" ref={takeFocus} onClick={() => ask(false)}>
          {no}
        </button>
      </div>
    </div>
  );
}

/** The button that asked is gone; without this the focus would be, too. The same function always, so that it runs once. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
