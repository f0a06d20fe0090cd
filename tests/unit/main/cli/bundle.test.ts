import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, makeKit } from '../bundle/kit.ts';

const cli = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));

let kit: Kit;
beforeEach(async () => {
  kit = await makeKit();
});
afterEach(() => kit.close());

describe('uratori bundle and uratori verify', () => {
  it('make a bundle, prove it and unpack it; the same time gives the same bytes', async () => {
    const [one, other] = [join(kit.folder, 'one.zip'), join(kit.folder, 'other.zip')];
    const at = ['--at', '2025-04-12T09:00:00Z'];
    const made = await run([
      'bundle',
      kit.projectFile,
      '--out',
      one,
      '--stories',
      'whole',
      '--locale',
      'ja',
      ...at,
    ]);
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^manifest\.json SHA-256 [0-9a-f]{64}\n$/u),
    });
    await run(['bundle', kit.projectFile, '--out', other, '--stories', 'whole', '--locale', 'ja', ...at]);
    expect(await readFile(other)).toEqual(await readFile(one));

    const into = join(kit.folder, 'unpacked');
    const proved = await run(['verify', one, '--extract', into]);
    expect(proved.code).toBe(0);
    expect(proved.out.match(/^✓ .*: proved$/gmu)).toHaveLength(10);
    expect(proved.out).toContain(made.out.trim());
    expect(proved.err.trim()).toBe(join(into, 'project.uratori'));
    expect((await readdir(into)).sort()).toEqual([
      'dumps',
      'manifest.json',
      'project.uratori',
      'project.uratori.files',
      'report.html',
      'ro-crate-metadata.json',
    ]);
    const told = JSON.parse((await run(['verify', one, '--json'])).out);
    expect(told).toMatchObject({ outcome: 'whole', facts: { mode: 'whole', report: { locale: 'ja' } } });
  });

  it('say every reason for which there is none, and what is wrong with one', async () => {
    const out = join(kit.folder, 'bundle.zip');
    await writeFile(join(kit.folder, 'somebody', 'harbour.txt'), 'Something else altogether.\n');
    const refused = await run(['bundle', kit.projectFile, '--out', out]);
    expect(refused.code).toBe(1);
    expect(refused.err.match(/is not in the dump/gu)).toHaveLength(4);
    expect(await readdir(kit.folder)).toEqual(['somebody']);

    await kit.close();
    kit = await makeKit();
    const { path } = await kit.write('cited');
    const bytes = await readFile(path);
    const place = bytes.indexOf('report.html') + 60;
    bytes[place] = (bytes[place] as number) ^ 1;
    await writeFile(path, bytes);
    const broken = await run(['verify', path]);
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^✗ .*: wrong\n {4}report\.html /mu);
  });

  it('need their arguments', async () => {
    expect((await run(['bundle', kit.projectFile])).code).toBe(2);
    expect((await run(['bundle', kit.projectFile, '--out', 'x', '--stories', 'some'])).code).toBe(2);
    expect((await run(['bundle', kit.projectFile, '--out', 'x', '--at', 'noon'])).code).toBe(2);
    expect((await run(['verify'])).code).toBe(2);
    expect((await run(['verify', join(kit.folder, 'gone.zip')])).code).toBe(1);
  });
});

function run(args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args]);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
