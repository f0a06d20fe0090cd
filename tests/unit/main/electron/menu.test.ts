import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '../../../../main/electron/accelerator.ts';
import { type MenuInput, menuTemplate } from '../../../../main/electron/menu.ts';
import { textsFor } from '../../../../main/electron/texts.ts';
import { ACTIONS, isActionId } from '../../../../renderer/keys/actions.ts';

const input = (changes: Partial<MenuInput> = {}): MenuInput => ({
  texts: textsFor('en'),
  platform: 'linux',
  keys: {},
  recent: [],
  choose: () => undefined,
  open: () => undefined,
  ...changes,
});

const all = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
const entries = (changes?: Partial<MenuInput>) => all(menuTemplate(input(changes)));
const entry = (id: string, changes?: Partial<MenuInput>) => entries(changes).find((item) => item.id === id);

describe('the menu', () => {
  it('offers only actions that the interface has, each once', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const ids = entries({ platform }).flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect(ids.filter((id) => !isActionId(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('shows the keys that the interface has at first', () => {
    for (const { id, accelerator } of entries()) {
      if (id === undefined || accelerator === undefined || !isActionId(id)) continue;
      expect(ACTIONS[id].keys.map(acceleratorOf), id).toContain(accelerator);
    }
    expect(entry('open-dump')).toMatchObject({ accelerator: 'CmdOrCtrl+O', registerAccelerator: false });
  });

  it('shows the keys that a person changed, or none where they took them away', () => {
    expect(entry('open-dump', { keys: { 'open-dump': ['Mod+Alt+d'] } })?.accelerator).toBe('CmdOrCtrl+Alt+D');
    expect(entry('open-dump', { keys: { 'open-dump': [] } })?.accelerator).toBeUndefined();
  });

  it('takes no key away from someone who types', () => {
    for (const key of ['j', 'Shift+g', 'Delete', '?', '']) expect(acceleratorOf(key), key).toBeNull();
    expect(acceleratorOf('Alt+ArrowUp')).toBe('Alt+Up');
    expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus');
  });

  it('lists recent projects by title and opens them by path', () => {
    const opened: string[] = [];
    const recent = [{ path: '/p/a.uratori', title: 'Fish & Chips', openedAt: '2025-02-08T00:00:00Z' }];
    const item = entries({ recent, open: (path) => opened.push(path) }).find(
      ({ toolTip }) => toolTip === '/p/a.uratori',
    );
    expect(item?.label).toBe('Fish && Chips');
    (item as { click: () => void }).click();
    expect(opened).toEqual(['/p/a.uratori']);
  });

  it('is there in both languages, word for word', () => {
    expect(Object.keys(textsFor('ja'))).toEqual(Object.keys(textsFor('en')));
    const labels = (texts: MenuInput['texts']) => entries({ texts }).map(({ label }) => label);
    for (const [at, label] of labels(textsFor('ja')).entries()) {
      if (label !== undefined) expect(label).not.toBe(labels(textsFor('en'))[at]);
    }
  });
});
