import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../../main/cli/agree.ts';
import { UsageError } from '../../../../main/cli/arguments.ts';
import type { Work } from '../../app/agreement/coders.ts';
import { projectFiles } from '../agreement/project-files.ts';
import { testFolder } from '../project/helpers.ts';

const TEXT = `The harbour bridge costs 12 billion yen. It opens in May.

市長は防波堤を直すと述べた。🌊 議会は反対した。
`;

async function filesOf(...people: Work[]): Promise<string[]> {
  const path = join(await testFolder(), 'minato.txt');
  await writeFile(path, TEXT);
  return projectFiles(path, people, { kind: 'blank-lines' });
}

async function agree(...args: string[]): Promise<string> {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WritableStream;
  expect(await run(args, { stdout: stream, stderr: stream })).toBe(0);
  return written.join('');
}

const ITO: Work = {
  by: 'Ito',
  claims: [
    ['0', 'The harbour bridge costs 12 billion yen.', 'verified'],
    ['0', 'It opens in May.', 'disputed'],
    ['1', '議会は反対した。', 'verified'],
  ],
  tags: [['0', 'お金', '12 billion yen']],
};
const SATO: Work = {
  by: '佐藤',
  claims: [
    ['0', 'costs 12 billion yen.', 'verified'],
    ['0', 'It opens in May.', 'unresolved'],
    ['1', '🌊 議会は反対した。', 'verified'],
  ],
  tags: [['1', 'お金', null]],
};

describe('uratori agree', () => {
  test('tells measures of two projects, with what they are computed of', async () => {
    const text = await agree(...(await filesOf(ITO, SATO)));
    expect(text).toContain('Coders: Ito (2 stories), 佐藤 (2 stories)');
    expect(text).toContain(
      'Stories that count: 2 of 2 (rule: worked; 2 by all coders; 2 with their text at hand)',
    );
    expect(text).toMatch(/Ratings of claims: 3 in common\n/u);
    expect(text).toMatch(/Cohen's kappa +Ito – 佐藤 +3 +0\.400/u);
    expect(text).toMatch(/^ {4}お金 +2 +1 +1 +0/mu);
    expect(text).toMatch(/^gamma, claims: 0\.\d{3} \(2 stories;/mu);
    expect(text).toContain('Krippendorff (Content Analysis, 2004, p. 241)');
    expect(text).not.toMatch(/NaN|substantial/u);
  });

  test('is the same every time, and has what they disagree on where that is asked for', async () => {
    const files = await filesOf(ITO, SATO);
    const json = await agree(...files, '--json', '--disagreements', '--seed', '7');
    expect(await agree(...files, '--json', '--disagreements', '--seed', '7')).toBe(json);
    expect(JSON.parse(json)).toMatchObject({
      format: 'uratori-agreement',
      seed: 7,
      questions: [{ id: 'ratings', units: 3 }, { id: 'outcomes' }, { id: 'fidelity' }, { id: 'note-kinds' }],
      disagreements: [
        { question: 'ratings', quote: 'It opens in May.', answers: ['disputed', 'unresolved'] },
        { question: 'outcomes', quote: 'It opens in May.' },
      ],
    });
    expect(await agree(...files, '--disagreements')).toContain('Ito: disputed; 佐藤: unresolved');
  });

  test('writes a confusion matrix as CSV', async () => {
    const csv = await agree(...(await filesOf(ITO, SATO)), '--confusion', 'ratings');
    expect(csv).toBe(
      '\ufeff"Ito \\ 佐藤","verified","disputed","unresolved"\r\n"verified","2","0","0"\r\n"disputed","0","0","1"\r\n"unresolved","0","0","0"\r\n',
    );
  });

  test('refuses what it cannot compare', async () => {
    const [file = ''] = await filesOf(ITO);
    for (const args of [
      [],
      [file],
      [file, file, '--stories', 'some'],
      [file, file, '--seed', 'x'],
      [file, file, '--ordered'],
      [file, file, '--confusion', 'tags'],
    ])
      await expect(agree(...args)).rejects.toThrow(UsageError);
  });
});
