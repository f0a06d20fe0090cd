import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startWebHost, type WebHost, type WebHostOptions } from '../../../../main/web/server.ts';

let place: string;
let host: WebHost | null = null;
const pages: WebSocket[] = [];

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'uratori-server-'));
  await writeFile(join(place, 'index.html'), '<!doctype html>');
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.terminate();
  await host?.close();
  host = null;
  await rm(place, { recursive: true, force: true });
});

async function start(options: Partial<WebHostOptions> = {}): Promise<WebHost> {
  host = await startWebHost({
    dataFolder: join(place, 'data'),
    version: '0.0.0',
    rendererFolder: place,
    given: [],
    openFirst: [],
    port: 0,
    ...options,
  });
  return host;
}

interface Incoming {
  id?: number;
  answer?: unknown;
  event?: string;
  payload?: unknown;
}

/** A page as the server sees it: a cookie, a socket, and what came over it. */
async function openPage({ url, port }: WebHost) {
  const { headers } = await fetch(url, { redirect: 'manual' });
  const credentials = {
    Cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
    Origin: `http://127.0.0.1:${port}`,
  };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers: credentials });
  pages.push(socket);
  const received: Incoming[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    received,
    credentials,
    send: (message: unknown) => socket.send(JSON.stringify(message)),
    until: (fits: (message: Incoming) => boolean) =>
      new Promise<Incoming>((resolve) => {
        const look = () => {
          const found = received.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

describe('the browser host', () => {
  it('answers calls by their id and tells events to every page', async () => {
    const running = await start();
    const [one, two] = [await openPage(running), await openPage(running)];
    one.send({ id: 7, name: 'project.create', params: { title: 'Harbour' } });
    expect(await one.until(({ id }) => id === 7)).toMatchObject({ answer: { ok: true } });
    expect(await two.until(({ event }) => event === 'project.replaced')).toMatchObject({
      payload: { session: { project: { title: 'Harbour' } } },
    });
  });

  it('answers what it does not know with a problem', async () => {
    const page = await openPage(await start());
    page.send({ id: 1, name: 'project.burn', params: {} });
    page.send({ id: 2, name: 'constructor', params: {} });
    page.send({ id: 3, name: 'workbench.start', params: { extra: 1 } });
    expect(await page.until(({ id }) => id === 1)).toMatchObject({
      answer: { problem: { code: 'call-unknown' } },
    });
    expect(await page.until(({ id }) => id === 2)).toMatchObject({
      answer: { problem: { code: 'call-unknown' } },
    });
    expect(await page.until(({ id }) => id === 3)).toMatchObject({
      answer: { problem: { code: 'call-invalid' } },
    });
  });

  it('asks the first page that is there to open what it was started with, once', async () => {
    const dump = join(place, 'a.txt');
    await writeFile(dump, 'x');
    const running = await start({ given: [dump], openFirst: [dump] });
    const page = await openPage(running);
    page.send({ id: 1, name: 'workbench.start', params: {} });
    expect(await page.until(({ event }) => event === 'open.requested')).toMatchObject({
      payload: { path: dump },
    });
    page.send({ id: 2, name: 'workbench.start', params: {} });
    await page.until(({ id }) => id === 2);
    page.send({ id: 3, name: 'workbench.start', params: {} });
    await page.until(({ id }) => id === 3);
    expect(page.received.filter(({ event }) => event === 'open.requested')).toHaveLength(1);
  });

  it('refuses an upload over its limit', async () => {
    const running = await start({ uploadLimit: 10 });
    const { credentials } = await openPage(running);
    const upload = (bytes: number) =>
      fetch(`http://127.0.0.1:${running.port}/uploads?name=a.txt`, {
        method: 'POST',
        headers: credentials,
        body: 'x'.repeat(bytes),
      });
    expect((await upload(10)).status).toBe(200);
    expect((await upload(11)).status).toBe(413);
    expect(await readdir(join(place, 'data', 'uploads'))).toHaveLength(1);
  });

  it('waits at its end for the last words of its pages', async () => {
    const running = await start();
    const page = await openPage(running);
    page.send({ id: 1, name: 'project.create', params: { title: 'Before' } });
    const { answer } = await page.until(({ id }) => id === 1);
    const { file } = (answer as { value: { file: string } }).value;

    const closing = running.close();
    await page.until(({ event }) => event === 'host.leaving');
    page.send({
      id: 2,
      name: 'project.execute',
      params: { command: { type: 'project.rename', title: 'After' } },
    });
    page.send({ finished: true });
    expect(await page.until(({ id }) => id === 2)).toMatchObject({ answer: { ok: true } });
    await closing;

    const again = await openPage(await start());
    // Another start of the same program on the same data folder may read its own projects.
    again.send({ id: 1, name: 'project.open', params: { path: file } });
    expect(await again.until(({ id }) => id === 1)).toMatchObject({
      answer: { value: { project: { title: 'After' } } },
    });
  });
});

describe('the dumps of a project, opened again by a server', () => {
  /** A page that asks and waits for the value of the answer, or its problem. */
  async function asker(running: WebHost) {
    const page = await openPage(running);
    let last = 0;
    return {
      page,
      async ask(name: string, params: unknown) {
        const own = ++last;
        page.send({ id: own, name, params });
        const { answer } = await page.until(({ id }) => id === own);
        const { value, problem } = answer as { value?: unknown; problem?: { code: string } };
        return { value: value as never, code: problem?.code ?? null };
      },
    };
  }
  const dumpsOf = (session: { dumps: { status: string; problem: { code: string } | null }[] }) =>
    session.dumps.map(({ status, problem }) => problem?.code ?? status);

  /** A project that the program made for a dump which it was started with, and no server any more. */
  async function made(): Promise<{ dump: string; file: string }> {
    const dump = join(place, 'harbour.txt');
    await writeFile(dump, '橋が開通しました。\n— 潮見新聞 (@shiomi_np) March 3, 2026\n');
    const running = await start({ given: [dump] });
    const { page, ask } = await asker(running);
    await ask('dump.open', { path: dump, rule: null });
    const { value } = await ask('workbench.start', {});
    page.socket.terminate();
    await running.close();
    return { dump, file: (value as { session: { file: string } }).session.file };
  }

  it('are read where the program made the project, also when nothing is given', async () => {
    const { file } = await made();
    const { ask } = await asker(await start());
    expect(dumpsOf((await ask('project.open', { path: file })).value)).toEqual(['open']);
  });

  it('are read where the server was started with the project file, and not where only with its folder', async () => {
    const { file } = await made();
    const mine = join(place, 'mine', 'bridge.uratori');
    await mkdir(join(place, 'mine'));
    await copyFile(file, mine);
    const first = await start({ given: [mine] });
    const there = await asker(first);
    expect(dumpsOf((await there.ask('project.open', { path: mine })).value)).toEqual(['open']);
    there.page.socket.terminate();
    await first.close();
    const { ask } = await asker(await start({ given: [join(place, 'mine')] }));
    const { value } = await ask('project.open', { path: mine });
    expect(dumpsOf(value)).toEqual(['path-not-allowed']);
  });

  it('are not read where the project was uploaded, nor once it was saved, whether they exist or not', async () => {
    const { dump, file } = await made();
    const honest = await readFile(file, 'utf8');
    for (const target of ['/etc/passwd', join(place, 'nothing.txt')]) {
      const running = await start();
      const { page, ask } = await asker(running);
      const crafted = honest.replaceAll(dump, target);
      expect(crafted).not.toBe(honest);
      const response = await fetch(`http://127.0.0.1:${running.port}/uploads?name=x.uratori`, {
        method: 'POST',
        headers: page.credentials,
        body: crafted,
      });
      const { path } = ((await response.json()) as { value: { path: string } }).value;
      expect(dumpsOf((await ask('project.open', { path })).value)).toEqual(['path-not-allowed']);
      const own = (name: string) => join(place, 'data', name, `${basename(target)}.uratori`);
      expect((await ask('project.saveAs', { path: own('projects') })).code).toBe('path-not-allowed');
      const saved = await ask('project.saveAs', { path: own('exports') });
      expect(saved.code).toBeNull();
      await ask('project.close', {});
      const again = await ask('project.open', { path: own('exports') });
      expect(dumpsOf(again.value)).toEqual(['path-not-allowed']);
      page.socket.terminate();
      await running.close();
    }
  });

  it('do not come to name another file by a way from the project', async () => {
    const { file } = await made();
    const { ask } = await asker(await start());
    const { value } = await ask('project.open', { path: file });
    const [dump] = (value as { project: { dumps: { id: string }[] } }).project.dumps;
    const changes = { relativePath: '../../beside.txt' };
    const command = { type: 'dump.edit', dumpId: dump?.id, changes };
    expect((await ask('project.execute', { command })).code).toBe('path-not-allowed');
  });
});
