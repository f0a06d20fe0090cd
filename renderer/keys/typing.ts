/** Whether keys at this place make text. */
export function isTyping(target: Element | null): boolean {
  return target?.closest('input, textarea, select, [contenteditable="true"]') != null;
}
