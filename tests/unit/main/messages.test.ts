import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../app/problem.ts';
import { messageOf } from '../../../main/messages.ts';
import en from '../../../resources/locales/en/errors.json' with { type: 'json' };
import ja from '../../../resources/locales/ja/errors.json' with { type: 'json' };

it('has a message for every problem, and no other', () => {
  expect(Object.keys(en).sort()).toEqual([...PROBLEM_CODES].sort());
  expect(Object.keys(ja).sort()).toEqual([...PROBLEM_CODES].sort());
});

describe('messageOf', () => {
  it('puts the values in, and leaves what looks like markup alone', () => {
    const problem = {
      code: 'dump-encoding-unsupported',
      params: { path: '/<b>港</b>.txt', encoding: 'Shift_JIS' },
    } as const;
    expect(messageOf(problem)).toContain('/<b>港</b>.txt: Shift_JIS is no encoding');
    expect(messageOf(problem, 'ja')).toContain('Shift_JIS');
  });

  it.each(PROBLEM_CODES)('says something about %s even when it knows no more', (code) => {
    for (const locale of ['en', 'ja'] as const) {
      const message = messageOf({ code, params: {} }, locale);
      expect(message.length).toBeGreaterThan(10);
      expect(message).not.toContain('\n');
    }
  });

  it('puts a moment into the words of the language', () => {
    const since = new Date(2026, 4, 4, 15, 2).getTime();
    const params = { path: '/a.uratori', lock: '/a.lock', user: 'hanako', host: 'desk', pid: 7, since };
    const said = (locale: 'en' | 'ja') => messageOf({ code: 'project-locked', params }, locale);
    expect(said('en')).toMatch(/since May 4, 2026, 3:02\sPM, so/u);
    expect(said('ja')).toContain('2026年5月4日 15:02 から');
  });

  it('does not ask to reload a page whose server is gone: the next one has another address', () => {
    const said = (locale: 'en' | 'ja') => messageOf({ code: 'connection-lost', params: {} }, locale);
    expect(said('en')).toMatch(/copy .* open the address/u);
    expect(said('en')).not.toMatch(/reload/iu);
    expect(said('ja')).toMatch(/コピー.*アドレス/u);
    expect(said('ja')).not.toContain('読み込み直');
  });

  it('names the reason of a refusal', () => {
    const refusal = (reason: string) =>
      messageOf({ code: 'command-refused', params: { reason, name: '港' } });
    expect(refusal('tag_above_itself')).toContain('below itself');
    expect(refusal('anything else')).toContain('does not fit');
  });
});
