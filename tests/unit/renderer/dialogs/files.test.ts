import { describe, expect, it } from 'vitest';
import type { FolderEntry } from '../../../../app/contract.ts';
import { listed, withExtension } from '../../../../renderer/dialogs/files/file-entries.ts';
import {
  asFileName,
  fileName,
  folderName,
  isFileName,
  joinPath,
} from '../../../../renderer/dialogs/paths.ts';

const entry = (name: string, kind: FolderEntry['kind'] = 'file'): FolderEntry => ({
  name,
  path: `/f/${name}`,
  kind,
  bytes: 1,
  modifiedAt: '2025-04-12T09:00:00.000Z',
});
const folder = {
  path: '/f',
  entries: [
    entry('story10.txt'),
    entry('story2.txt'),
    entry('.hidden.txt'),
    entry('Work.uratori'),
    entry('Work.uratori.journal'),
    entry('Work.uratori.lock'),
    entry('report.html'),
    entry('資料', 'folder'),
    entry('ﾆｭｰｽ.txt'),
  ],
};
const names = (purpose: Parameters<typeof listed>[1]['purpose'], typed = '', everything = false) =>
  listed(folder, { purpose, everything, typed }, 'en').map(({ name }) => name);

describe('the file browser', () => {
  it('lists folders first, then by name as people count', () => {
    const all = names('open-dump');
    expect(all[0]).toBe('資料');
    expect(all.indexOf('story2.txt')).toBeLessThan(all.indexOf('story10.txt'));
  });

  it('shows what fits the purpose, and never what belongs to a project', () => {
    expect(names('open-project')).toEqual(['資料', 'Work.uratori']);
    expect(names('open-dump')).not.toContain('Work.uratori');
    expect(names('open-any')).not.toContain('Work.uratori.journal');
    expect(names('save-report')).toEqual(['資料', 'report.html']);
  });

  it('shows everything when asked', () => {
    expect(names('open-project', '', true)).toHaveLength(folder.entries.length);
  });

  it('finds names by their words in any order, width and case', () => {
    expect(names('open-dump', 'TXT story')).toEqual(['story2.txt', 'story10.txt']);
    expect(names('open-dump', 'ニュース')).toEqual(['ﾆｭｰｽ.txt']);
  });

  it('keeps the order of the places that may be seen', () => {
    const places = { path: '', entries: [entry('z', 'folder'), entry('a', 'folder')] };
    const shown = listed(places, { purpose: 'open-dump', everything: false, typed: '' }, 'en');
    expect(shown.map(({ name }) => name)).toEqual(['z', 'a']);
  });
});

describe('the name of a saved file', () => {
  it('ends as its purpose asks, once', () => {
    expect(withExtension('save-project', 'Work', '')).toBe('Work.uratori');
    expect(withExtension('save-project', 'Work.URATORI', '')).toBe('Work.URATORI');
    expect(withExtension('save-report', 'desk', 'report.html')).toBe('desk.html');
    expect(withExtension('save-report', 'desk.html ', 'report.html')).toBe('desk.html');
  });

  it('cannot lead to another folder', () => {
    for (const name of ['', ' ', '.', '..', 'a/b', 'a\\b', 'a\0']) expect(isFileName(name)).toBe(false);
    expect(isFileName('資料 1')).toBe(true);
  });

  it('is made from any title', () => {
    expect(asFileName('湊大橋: 12億円?', 'report')).toBe('湊大橋 12億円');
    expect(asFileName(' ../.. ', 'report')).not.toMatch(/[/\\]|^\./u);
    expect(asFileName('', 'report')).toBe('report');
    expect(asFileName(`x${'🌉'.repeat(60)}`, 'report').isWellFormed()).toBe(true);
  });
});

describe('paths', () => {
  it('come apart and together on every system', () => {
    for (const path of ['/home/a/x.txt', 'C:\\Users\\a\\x.txt', '/x.txt'])
      expect(joinPath(folderName(path), fileName(path))).toBe(path);
  });
});
