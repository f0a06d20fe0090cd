import { describe, expect, it } from 'vitest';
import { absoluteAddress } from '../../../../../app/formats/reading/addresses.ts';

const PAGE = 'https://blog.example:8080/2025/02/post?x=/y#z';

describe('an address in a page', () => {
  it.each([
    ['https://a.example/b', 'https://a.example/b'],
    [' HTTP://a.example ', 'HTTP://a.example'],
    ['//a.example/b', 'https://a.example/b'],
    ['/b?c', 'https://blog.example:8080/b?c'],
    ['b.html', 'https://blog.example:8080/2025/02/b.html'],
  ])('%s is %s', (written, address) => {
    expect(absoluteAddress(written, PAGE)).toBe(address);
  });

  it.each(['', '#top', 'mailto:a@a.example', 'javascript:alert(1)', 'data:text/plain,x'])(
    '%s is none of the web',
    (written) => {
      expect(absoluteAddress(written, PAGE)).toBeNull();
    },
  );

  it('needs the page to be complete', () => {
    expect(absoluteAddress('/b', '')).toBeNull();
    expect(absoluteAddress('b', 'https://blog.example')).toBe('https://blog.example/b');
  });
});
