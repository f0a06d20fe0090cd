import { describe, expect, it } from 'vitest';
import { ACTION_IDS, ACTIONS } from '../../../../renderer/keys/actions.ts';
import { combinationOf, displayKeys, isComposing, keymap } from '../../../../renderer/keys/keymap.ts';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('keys', () => {
  it('stand for one action each', () => {
    const all = ACTION_IDS.flatMap((id) => ACTIONS[id].keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are told by what is typed, with Caps Lock and on any keyboard', () => {
    expect(combinationOf(press('C'), false)).toBe('c');
    expect(combinationOf(press('G', { shiftKey: true }), false)).toBe('Shift+g');
    expect(combinationOf(press('?', { shiftKey: true }), false)).toBe('?');
    expect(combinationOf(press('ArrowLeft', { shiftKey: true }), false)).toBe('Shift+ArrowLeft');
  });

  it('take Cmd for Ctrl on a Mac', () => {
    expect(combinationOf(press('z', { ctrlKey: true }), false)).toBe('Mod+z');
    expect(combinationOf(press('z', { metaKey: true }), true)).toBe('Mod+z');
    expect(combinationOf(press('z', { ctrlKey: true }), true)).toBe('z');
  });

  it('are nothing while a modifier is held alone, or an input method composes', () => {
    expect(combinationOf(press('Shift', { shiftKey: true }), false)).toBe('');
    expect(isComposing({ isComposing: true, keyCode: 67 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 67 })).toBe(false);
  });

  it('can be given to another action, or taken away', () => {
    const map = keymap({ claim: ['Mod+Enter'], tag: [] });
    expect(map.get('Mod+Enter')).toBe('claim');
    expect(map.get('c')).toBeUndefined();
    expect(map.get('t')).toBeUndefined();
  });

  it('are shown as the person knows them', () => {
    expect(displayKeys('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(displayKeys('Mod+Shift+z', true)).toBe('⌘⇧Z');
    expect(displayKeys('Mod++', false)).toBe('Ctrl++');
  });
});
