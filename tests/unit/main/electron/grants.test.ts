import { expect, it } from 'vitest';
import { Grants } from '../../../../main/electron/grants.ts';

it('a file that was shown may be read, one to save may be read and written, no other may be either', () => {
  const grants = new Grants();
  grants.allowRead('/a/read.txt');
  grants.allowWrite('/a/written.html');
  const seen = ['/a/read.txt', '/a/../a/read.txt', '/a/written.html', '/a', '/a/other.txt'].map((path) => [
    grants.mayRead(path),
    grants.mayWrite(path),
  ]);
  expect(seen).toEqual([
    [true, false],
    [true, false],
    [true, true],
    [false, false],
    [false, false],
  ]);
});
