/**
 * As a `ref`: the element that has the focus when its dialog opens. React's `autoFocus` focuses before the dialog
 * is shown and leaves no attribute behind, so the browser would take the first button instead.
 */
export function firstFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}
