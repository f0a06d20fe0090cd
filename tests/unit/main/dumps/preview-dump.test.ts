import { describe, expect, it } from 'vitest';
import type { SplitRule } from '../../../../app/formats/split-rule.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { previewDump } from '../../../../main/dumps/preview-dump.ts';
import { dumpFile, post, storiesOf } from './dump-files.ts';

const previewSplit = (path: string, rule: SplitRule | null, { stories }: { stories: number }) =>
  previewDump(path, rule, null, { stories });

describe('previewDump', () => {
  it('shows what opening would give', async () => {
    const path = dumpFile(post('一') + post('二') + post('二') + post('四'));
    const preview = await previewSplit(path, null, { stories: 3 });
    expect(preview).toMatchObject({
      count: 4,
      complete: true,
      rule: { kind: 'byline' },
      guessedRule: { kind: 'byline' },
    });
    expect(preview.first).toEqual((await storiesOf(path)).slice(0, 3));
  });

  it('tries a rule without forgetting the guess', async () => {
    const path = dumpFile('一\n\n二\n三\n\n四');
    expect(await previewSplit(path, { kind: 'lines' }, { stories: 9 })).toMatchObject({
      count: 4,
      guessedRule: { kind: 'blank-lines' },
    });
    expect(await previewSplit(path, { kind: 'pattern', pattern: '[二四]' }, { stories: 9 })).toMatchObject({
      count: 3,
    });
    expect(await previewSplit(path, { kind: 'separator', separator: '三' }, { stories: 9 })).toMatchObject({
      count: 2,
    });
  });

  it('looks at the beginning of a large dump only', async () => {
    const preview = await previewSplit(
      dumpFile('短い行\n'.repeat(1_000_000)),
      { kind: 'lines' },
      { stories: 2 },
    );
    expect(preview.complete).toBe(false);
    expect(preview.count).toBeGreaterThan(300_000);
    expect(preview.first.map(({ text }) => text)).toEqual(['短い行', '短い行']);
  });

  it.each([null, { kind: 'lines' }, { kind: 'whole' }] as const)(
    'refuses a file of blank lines only, as opening does, by %j',
    async (rule) => {
      const path = dumpFile('\n \n\u3000\r\n\n');
      const empty = { code: 'dump-empty', params: { path } };
      await expect(previewSplit(path, rule, { stories: 1 })).rejects.toMatchObject(empty);
      await expect(openDump(path, rule ? { rule } : {})).rejects.toMatchObject(empty);
    },
  );

  it('says what is wrong with a rule or a file', async () => {
    const path = dumpFile('一');
    await expect(previewSplit(path, { kind: 'pattern', pattern: '[' }, { stories: 1 })).rejects.toMatchObject(
      { code: 'pattern-invalid' },
    );
    await expect(
      previewSplit(path, { kind: 'separator', separator: '' }, { stories: 1 }),
    ).rejects.toMatchObject({ code: 'separator-empty' });
    await expect(previewSplit(`${path}.not`, null, { stories: 1 })).rejects.toMatchObject({
      code: 'dump-not-found',
    });
  });
});
