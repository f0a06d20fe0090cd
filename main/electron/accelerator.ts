/**
 * A key of the interface (`Mod+Shift+s`) as Electron writes it (`CmdOrCtrl+Shift+S`); null for keys without Mod or Alt,
 * which a menu would take away from a person who is typing.
 */
export function acceleratorOf(key: string): string | null {
  // The plus sign stands both between keys and for itself.
  const parts = key.replace(/\+\+$/u, '+Plus').split('+');
  const name = (parts.pop() ?? '').replace(/^Arrow/u, '');
  if (name === '' || !parts.some((part) => part === 'Mod' || part === 'Alt')) return null;
  const modifiers = parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part));
  return [...modifiers, name.length === 1 ? name.toUpperCase() : name].join('+');
}
