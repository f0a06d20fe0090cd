import { ACTION_IDS, ACTIONS, type ActionId } from './actions.ts';

/** Keys of every action: a person's own where there are any, else the ones it comes with. */
export function keysOf(id: ActionId, own: Record<string, string[]>): readonly string[] {
  return own[id] ?? ACTIONS[id].keys;
}

/** Which action a combination of keys stands for. The later of two actions with the same keys is not reachable; settings say so. */
export function keymap(own: Record<string, string[]>): Map<string, ActionId> {
  const map = new Map<string, ActionId>();
  for (const id of ACTION_IDS) {
    for (const keys of keysOf(id, own)) if (!map.has(keys)) map.set(keys, id);
  }
  return map;
}

/** The name of the keys of an event, as actions are defined with; `''` for a modifier alone. */
export function combinationOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  mac: boolean,
): string {
  const { key } = event;
  if (['Control', 'Shift', 'Alt', 'Meta', 'Process', 'Dead', 'Unidentified'].includes(key)) return '';
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const named = key.length > 1;
  const modifier = mac ? event.metaKey : event.ctrlKey;
  // On other signs Shift is part of the sign: `?` is Shift+/ on one keyboard and a key of its own on another.
  const shift = event.shiftKey && (letter || named);
  return `${modifier ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${letter ? key.toLowerCase() : key}`;
}

/** While an input method composes, every key belongs to it (keyCode 229 is how browsers say so before the first `compositionstart`). */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** How a combination is shown to a person. */
export function displayKeys(keys: string, mac: boolean): string {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    ArrowRight: '→',
    ArrowLeft: '←',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Escape: 'Esc',
    Delete: 'Del',
  };
  const plus = keys.endsWith('++');
  const parts = (plus ? keys.slice(0, -2) : keys).split('+').filter(Boolean);
  if (plus) parts.push('+');
  return parts
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? '' : '+');
}
