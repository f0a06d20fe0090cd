import { expect, it } from 'vitest';
import { filesOf } from '../../../../main/electron/arguments.ts';

it('files of a command line start where it was typed', () => {
  const packaged = { cwd: '/home/mio', packaged: true };
  expect(filesOf(['uratori', 'a.txt', '/b.txt'], packaged)).toEqual(['/home/mio/a.txt', '/b.txt']);
  expect(filesOf(['uratori'], packaged)).toEqual([]);
});

it('neither switches nor the application’s own folder are files', () => {
  const argv = ['electron', '--lang=ja', '/opt/uratori', '--inspect', 'a.txt'];
  expect(filesOf(argv, { cwd: '/home/mio', packaged: false })).toEqual(['/home/mio/a.txt']);
});
