import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../../main/data-folder.ts';

const home = '/home/mio';

it('is where the system keeps such things', () => {
  expect(dataFolder({ platform: 'linux', env: {}, home })).toBe(join(home, '.local/share/Uratori'));
  expect(dataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/xdg' }, home })).toBe(
    join('/xdg', 'Uratori'),
  );
  expect(dataFolder({ platform: 'darwin', env: {}, home })).toBe(
    join(home, 'Library/Application Support/Uratori'),
  );
  expect(dataFolder({ platform: 'win32', env: { APPDATA: '/appdata' }, home })).toBe(
    join('/appdata', 'Uratori'),
  );
});

it('is where URATORI_DATA says, on every system', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(dataFolder({ platform, env: { URATORI_DATA: '/mine' }, home })).toBe('/mine');
  }
});
