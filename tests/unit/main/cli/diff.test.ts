import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../../main/cli/diff.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { addTag, newProject, rename, STILL, testFolder } from '../project/helpers.ts';

async function diffOf(...args: string[]): Promise<string> {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WritableStream;
  expect(await run(args, { stdout: stream, stderr: stream })).toBe(0);
  return written.join('');
}

describe('uratori diff', () => {
  test('says what makes one project file of another, also of one in use and of a backup', async () => {
    const folder = await testFolder();
    const [a, b] = [join(folder, 'a.uratori'), join(folder, 'b.uratori')];
    await (await createProject(a, newProject(), { pace: STILL })).close();
    const store = await createProject(b, newProject(), { pace: STILL });
    await store.execute(rename('後編'));
    await store.execute(addTag(1));
    const text = await diffOf(a, b);
    expect(text).toContain('title: "Project" → "後編"');
    expect(text).toContain('+ tags tag-1  "Tag 1"');
    expect(await diffOf(b, a)).toContain('- tags tag-1');
    expect(await diffOf(a, `${b}.backup-1`)).toBe('They are the same.\n');
    expect(JSON.parse(await diffOf(a, b, '--json'))).toMatchObject({
      fields: [{ field: 'title', before: 'Project', after: '後編' }],
      records: [{ table: 'tags', key: 'tag-1', change: 'added', before: null, fields: [] }],
    });
    await store.close();
  });
});
