import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../app/exports/formats.ts';
import { FEATURES } from '../../../../app/interchange/features.ts';
import { run } from '../../../../main/cli/formats.ts';

async function printed(...args: string[]): Promise<string> {
  let text = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  expect(await run(args, { stdout, stderr: stdout })).toBe(0);
  return text;
}

describe('uratori formats', () => {
  it('tells of every export format what it carries and what it cannot, and nothing twice', async () => {
    const told = JSON.parse(await printed('--json'));
    expect(told.map(({ id }: { id: string }) => id)).toEqual(EXPORT_FORMATS);
    for (const { carries, loses } of told)
      expect([...carries, ...loses].sort()).toEqual([...FEATURES].sort());
  });

  it('tells it in words', async () => {
    const text = await printed();
    expect(text).toContain('doccano  doccano: JSON lines');
    expect(text).toMatch(
      /claimreview .*\n.*offsets: none\n.*\n {2}cannot carry: .*where an annotation stands/u,
    );
    expect(text).not.toContain('undefined');
  });

  it('refuses what it does not know', async () => {
    await expect(printed('w3c')).rejects.toThrow('one too many');
  });
});
