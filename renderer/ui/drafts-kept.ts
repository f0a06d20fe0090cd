/**
 * Words that were typed and are not stored: refused by their field, or on their way to the main process, which may
 * refuse them, too. They outlive the field that they were typed in, by its name, as long as the window is open.
 */
const kept = new Map<string, { value: unknown }>();

export function keepDraft(field: string, value: unknown): void {
  kept.set(field, { value });
}

/** What was typed in the field of this name and not stored; null where nothing was. A field always keeps the same type. */
export function keptDraft<T>(field: string): { value: T } | null {
  return (kept.get(field) as { value: T } | undefined) ?? null;
}

export function forgetDraft(field: string): void {
  kept.delete(field);
}
