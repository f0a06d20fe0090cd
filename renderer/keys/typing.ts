/** Inputs that keys make no text in. */
const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'color', 'file']);

/** Whether keys at this place make text. */
export function isTyping(target: Element | null): boolean {
  const field = target?.closest('input, textarea, [contenteditable="true"]');
  return field != null && !(field instanceof HTMLInputElement && WITHOUT_TEXT.has(field.type));
}
