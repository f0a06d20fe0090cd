import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { describe, expect, test } from 'vitest';
import { parse, toData } from '../../../../app/project.ts';
import { DurableAdapter } from '../../../../main/project/durable-adapter.ts';
import { codeOf, namesIn, newProject, testFolder } from './helpers.ts';

describe('the durable adapter of lowdb', () => {
  test('writes what it reads, and nothing but the file stays', async () => {
    const folder = await testFolder();
    const file = join(folder, 'p.uratori');
    const project = newProject('書いた');
    await new Low(new DurableAdapter(file), { project, sequence: 7 }).write();
    const low = new Low(new DurableAdapter(file), { project: newProject('default'), sequence: 0 });
    await low.read();
    expect([toData(low.data.project), low.data.sequence]).toEqual([toData(project), 7]);
    expect(await namesIn(folder)).toEqual(['p.uratori']);
  });

  test('reads nothing where there is no file, and throws for everything else', async () => {
    const file = join(await testFolder(), 'p.uratori');
    expect(await new DurableAdapter(file).read()).toBeNull();
    await writeFile(file, '');
    expect(await codeOf(new DurableAdapter(file).read())).toBe('project-damaged');
    expect(await codeOf(new DurableAdapter(join(file, '..')).read())).toBe('project-not-readable');
    expect(
      await codeOf(
        new DurableAdapter(join(file, '..', 'none', 'p')).write({ project: newProject(), sequence: 1 }),
      ),
    ).toBe('project-folder-missing');
  });

  test('whoever reads during a hundred writes finds a whole file every time', async () => {
    const file = join(await testFolder(), 'p.uratori');
    const adapter = new DurableAdapter(file);
    await adapter.write({ project: newProject(), sequence: 0 });
    let writing = true;
    const writes = (async () => {
      for (let sequence = 1; sequence <= 100; sequence += 1)
        await adapter.write({ project: newProject(), sequence });
      writing = false;
    })();
    let last = 0;
    let reads = 0;
    while (writing) {
      const { sequence } = parse(JSON.parse(await readFile(file, 'utf8')));
      expect(sequence).toBeGreaterThanOrEqual(last);
      last = sequence;
      reads += 1;
    }
    await writes;
    expect(reads).toBeGreaterThan(10);
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).sequence).toBe(100);
  });
});
