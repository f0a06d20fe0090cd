import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../../../main/web/gate.ts';

const PORT = 4711;
const asking = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

describe('the gate', () => {
  const gate = new Gate(PORT);

  it('knows its own addresses and no other', () => {
    for (const host of ['127.0.0.1:4711', 'localhost:4711'])
      expect(gate.hostIsOurs(asking({ host })), host).toBe(true);
    for (const host of [
      '127.0.0.1',
      'localhost',
      '127.0.0.1:4712',
      'evil.test:4711',
      'localhost:4711.evil.test',
      '[::1]:4711',
      '',
    ]) {
      expect(gate.hostIsOurs(asking({ host })), host).toBe(false);
    }
    expect(gate.hostIsOurs(asking({}))).toBe(false);
  });

  it('lets only the page of the very same address speak', () => {
    const from = (origin: string, host = '127.0.0.1:4711') => gate.originIsOurs(asking({ origin, host }));
    expect(from('http://127.0.0.1:4711')).toBe(true);
    expect(from('http://localhost:4711')).toBe(false);
    expect(from('http://127.0.0.1:4711', 'localhost:4711')).toBe(false);
    expect(from('null')).toBe(false);
    expect(gate.originIsOurs(asking({ host: '127.0.0.1:4711' }))).toBe(false);
  });

  it('takes its own cookie among others, and no one else’s', () => {
    const cookie = gate.setCookie().split(';')[0] ?? '';
    expect(gate.hasCookie(asking({ cookie: `a=b; ${cookie}; c=d` }))).toBe(true);
    expect(gate.hasCookie(asking({ cookie: `${cookie}x` }))).toBe(false);
    expect(gate.hasCookie(asking({ cookie: new Gate(PORT).setCookie().split(';')[0] ?? '' }))).toBe(false);
    expect(gate.hasCookie(asking({}))).toBe(false);
  });

  it('has another token at every start', () => {
    expect(gate.tokenFits(gate.token)).toBe(true);
    expect(gate.tokenFits(new Gate(PORT).token)).toBe(false);
    expect(gate.tokenFits('')).toBe(false);
  });
});
