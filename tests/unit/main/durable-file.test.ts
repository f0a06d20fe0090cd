import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDurably } from '../../../main/durable-file.ts';
import { canMount, setReadOnly, smallDisk } from './project/disks.ts';

const durableFile = fileURLToPath(new URL('../../../main/durable-file.ts', import.meta.url));

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-durable-'));
  target = join(folder, 'report.html');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* chunks(...parts: (string | Uint8Array | Error)[]) {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}

/** A process that writes for ever, once it has begun. */
async function writerAt(path: string) {
  const script = `
    import { writeDurably } from ${JSON.stringify(durableFile)};
    async function* endless() {
      for (;;) { yield 'x'.repeat(1 << 20); process.stdout.write('.'); await new Promise((done) => setTimeout(done, 5)); }
    }
    await writeDurably(${JSON.stringify(path)}, endless());`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('a file that is written durably', () => {
  it('has exactly the bytes of the chunks, and is told by size and hash', async () => {
    const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        const written = await writeDurably(target, chunks(...parts));
        const due = Buffer.concat(
          parts.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
        );
        const found = await readFile(target);
        expect(found.equals(due)).toBe(true);
        expect(written).toEqual({
          path: target,
          bytes: due.length,
          sha256: createHash('sha256').update(due).digest('hex'),
        });
      }),
      { numRuns: 30 },
    );
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('takes the place of the old one only when it is whole', async () => {
    await writeFile(target, 'old');
    async function* looking() {
      yield 'n'.repeat(1 << 20);
      expect(await readFile(target, 'utf8')).toBe('old');
      yield 'ew';
    }
    await writeDurably(target, looking());
    expect((await readFile(target, 'utf8')).slice(-3)).toBe('new');
  });

  it('is not there, and the old one is, when its source fails', async () => {
    await writeFile(target, 'old');
    await expect(writeDurably(target, chunks('x'.repeat(1 << 20), new Error('torn')))).rejects.toThrow(
      'torn',
    );
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('is not there, and the old one is, when it is cancelled on the way', async () => {
    await writeFile(target, 'old');
    const stop = new AbortController();
    async function* cancelled() {
      yield 'x'.repeat(1 << 20);
      stop.abort(new Error('enough'));
      yield 'y';
    }
    await expect(writeDurably(target, cancelled(), { signal: stop.signal })).rejects.toThrow('enough');
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('leaves the old one whole when its writer is killed, and the next one clears up', async () => {
    await writeFile(target, 'old');
    for (let round = 0; round < 2; round += 1) {
      const child = await writerAt(target);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(await readFile(target, 'utf8')).toBe('old');
    // The second found the first one's and removed it: they do not pile up.
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    await writeDurably(join(folder, 'another.md'), chunks('new'));
    expect(await readdir(folder)).toEqual(['another.md', 'report.html']);
  });

  it('leaves the file that another process is at work on', async () => {
    const child = await writerAt(target);
    await writeDurably(join(folder, 'another.md'), chunks('new'));
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('leaves what another computer is at work on, for a day', async () => {
    const foreign = join(folder, '.uratori-00000000-1-0123456789abcdef.tmp');
    await writeFile(foreign, '');
    await writeDurably(target, chunks('a'));
    expect(await readdir(folder)).toContain('.uratori-00000000-1-0123456789abcdef.tmp');
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(foreign, before, before);
    await writeDurably(target, chunks('a'));
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('does not disturb others that are written in the same folder at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `r${index}`);
    await Promise.all(names.map((name) => writeDurably(join(folder, name), chunks(name))));
    for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe(name);
    expect((await readdir(folder)).sort()).toEqual(names.sort());
  });

  it('goes where a symbolic link points, and keeps the mode of the old one', async () => {
    const real = join(folder, 'real');
    await mkdir(real);
    await writeFile(join(real, 'r.html'), 'old');
    await chmod(join(real, 'r.html'), 0o640);
    await symlink(join(real, 'r.html'), target);
    const { path } = await writeDurably(target, chunks('new'));
    expect(path).toBe(join(real, 'r.html'));
    expect(await readFile(join(real, 'r.html'), 'utf8')).toBe('new');
    expect((await stat(join(real, 'r.html'))).mode & 0o777).toBe(0o640);
  });

  it('leaves another name of the old one with the old content', async () => {
    await writeFile(target, 'old');
    await link(target, join(folder, 'kept'));
    await writeDurably(target, chunks('new'));
    expect(await readFile(join(folder, 'kept'), 'utf8')).toBe('old');
  });

  it('is refused where there is no folder, and in the place of a folder', async () => {
    const at = (path: string) => writeDurably(path, chunks('x')).catch((error) => error.code);
    expect(await at(join(folder, 'nowhere', 'r.html'))).toBe('export-folder-missing');
    await writeFile(target, '');
    expect(await at(join(target, 'r.html'))).toBe('export-folder-missing');
    expect(await at(folder)).toBe('write-failed');
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('never takes the place of a device', async () => {
    if (process.platform === 'win32') return;
    await expect(writeDurably('/dev/null', chunks('x'))).rejects.toMatchObject({ code: 'write-failed' });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe.skipIf(!canMount)('a disk (needs to mount a small one)', () => {
  it('that is full keeps the old file, and no half of a new one', async () => {
    const disk = smallDisk(256);
    const path = join(disk, 'r.html');
    await writeFile(path, 'old');
    await expect(writeDurably(path, chunks('x'.repeat(1 << 20)))).rejects.toMatchObject({
      code: 'disk-full',
      params: { path },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(disk)).toEqual(['r.html']);
    await writeDurably(path, chunks('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('that is read-only says so and keeps the old file', async () => {
    const disk = smallDisk(256);
    const path = join(disk, 'r.html');
    await writeFile(path, 'old');
    setReadOnly(disk, true);
    await expect(writeDurably(path, chunks('new'))).rejects.toMatchObject({ code: 'write-failed' });
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});
