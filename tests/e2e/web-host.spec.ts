import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { WebSocket } from 'ws';
import { plainOptions } from '../../app/exports/options.ts';
import { test as appTest } from './fixtures.ts';
import { callFromPage, valueFromPage } from './hosts/contract.ts';
import { writeDump } from './hosts/fictional.ts';
import { type Server, startServer, stopServer } from './hosts/web.ts';

/** The browser host as a stranger on the same machine meets it: raw requests, with and without the key. */

interface Bare {
  server: Server;
  place: string;
}

const test = base.extend<{ bare: Bare }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
  bare: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), 'uratori-web-'));
    await mkdir(join(place, 'shown'));
    const server = await startServer(['--data', join(place, 'data'), join(place, 'shown')]);
    await use({ server, place });
    await stopServer(server);
    await rm(place, { recursive: true, force: true });
  },
});

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

function ask(
  { port }: Server,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function cookieOf(server: Server): Promise<string> {
  const { pathname, search } = new URL(server.url);
  const { headers } = await ask(server, pathname + search);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** Resolves with whether the server let the socket in. */
function socketOpens({ port }: Server, headers: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers });
    socket.on('open', () => {
      socket.close();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

test('without the key there is nothing to be had', async ({ bare: { server } }) => {
  for (const path of ['/', '/index.html', '/downloads/x', '/uploads', '/?token=guess', '/?token=']) {
    const { status, headers } = await ask(server, path);
    expect([401, 403], path).toContain(status);
    expect(headers['set-cookie'], path).toBeUndefined();
  }
  expect(await socketOpens(server, { Origin: `http://127.0.0.1:${server.port}` })).toBe(false);
});

test('the key becomes a cookie that scripts and other sites cannot use', async ({ bare: { server } }) => {
  const { pathname, search } = new URL(server.url);
  const { status, headers } = await ask(server, pathname + search);
  expect(status).toBe(303);
  expect(headers.location).toBe('/');
  expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict/u);
  expect(headers['set-cookie']?.[0]).not.toContain(new URL(server.url).searchParams.get('token') ?? '');
  expect((await ask(server, '/', { headers: { Cookie: await cookieOf(server) } })).status).toBe(200);
});

test('a name that leads to this machine is not its address', async ({ bare: { server } }) => {
  const cookie = await cookieOf(server);
  for (const host of [
    'rebound.example',
    `rebound.example:${server.port}`,
    '127.0.0.1',
    `127.0.0.1.:${server.port}`,
  ]) {
    const { status } = await ask(server, '/', { headers: { Cookie: cookie, Host: host } });
    expect(status, host).toBe(421);
    const opens = await socketOpens(server, { Cookie: cookie, Host: host, Origin: `http://${host}` });
    expect(opens, host).toBe(false);
  }
});

test('a page of another site can neither connect nor upload', async ({ bare: { server } }) => {
  const cookie = await cookieOf(server);
  const own = `http://127.0.0.1:${server.port}`;
  expect(await socketOpens(server, { Cookie: cookie, Origin: own })).toBe(true);
  for (const origin of [
    'https://example.test',
    'null',
    `http://127.0.0.1:${server.port + 1}`,
    `https://127.0.0.1:${server.port}`,
  ]) {
    expect(await socketOpens(server, { Cookie: cookie, Origin: origin }), origin).toBe(false);
    const { status } = await ask(server, '/uploads?name=a.txt', {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin },
    });
    expect(status, origin).toBe(403);
  }
  expect(await socketOpens(server, { Cookie: cookie })).toBe(false);
  expect(
    (await ask(server, '/uploads?name=a.txt', { method: 'POST', headers: { Cookie: cookie } })).status,
  ).toBe(403);
});

test('only files of the interface are served, with the policy in their headers', async ({
  bare: { server },
}) => {
  const headers = { Cookie: await cookieOf(server) };
  const page = await ask(server, '/', { headers });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  for (const path of [
    '/../main/cli.js',
    '/..%2fmain/cli.js',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/assets/',
  ]) {
    expect((await ask(server, path, { headers })).status, path).toBe(404);
  }
  for (const method of ['PUT', 'DELETE', 'POST', 'OPTIONS']) {
    expect((await ask(server, '/', { method, headers })).status, method).toBe(405);
  }
});

test('it listens on the loopback interface alone', async ({ bare: { server } }) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  test.skip(outside.length === 0, 'this machine has no other interface');
  for (const { address } of outside) {
    const refused = await new Promise((resolve) => {
      const socket = connect({ host: address, port: server.port, timeout: 2000 });
      socket.on('connect', () => resolve(false));
      socket.on('error', () => resolve(true));
      socket.on('timeout', () => resolve(true));
    });
    expect(refused, address).toBe(true);
  }
});

test('a message that is no call ends the connection', async ({ bare: { server } }) => {
  const headers = { Cookie: await cookieOf(server), Origin: `http://127.0.0.1:${server.port}` };
  for (const message of ['{', '[]', '{"id":-1,"name":"workbench.start","params":{}}', '{"id":1}']) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('open', () => socket.send(message));
    expect(await closed, message).toBe(1003);
  }
});

test('an uploaded file keeps its bytes and its name, but not its way out', async ({
  bare: { server, place },
}) => {
  const headers = { Cookie: await cookieOf(server), Origin: `http://127.0.0.1:${server.port}` };
  const body = '潮見 🚒\r\n'.repeat(10_000);
  for (const [name, kept] of [
    ['新聞.txt', '新聞.txt'],
    ['../../evil.txt', 'evil.txt'],
    ['C:\\x\\y.txt', 'y.txt'],
    ['..', 'upload'],
  ] as const) {
    const reply = await ask(server, `/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers,
      body,
    });
    const { path } = JSON.parse(reply.body).value as { path: string };
    expect(path.startsWith(join(place, 'data', 'uploads')), name).toBe(true);
    expect(path.endsWith(`/${kept}`), path).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(body);
  }
});

test('a port that is taken is said so', async ({ bare: { server, place } }) => {
  await expect(startServer(['--port', String(server.port), '--data', join(place, 'other')])).rejects.toThrow(
    `Port ${server.port} is taken`,
  );
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends it with code 0`, async ({ bare: { server } }) => {
    expect(await stopServer(server, signal)).toBe(0);
  });
}

appTest('it shows what it was started with, and nothing that a link leads to', async ({ app }) => {
  const shown = await writeDump(app.folder);
  const hidden = await writeDump(join(app.folder, '..'), 'hidden.txt');
  await symlink(hidden, join(app.folder, 'link.txt'));
  await symlink(join(app.folder, '..'), join(app.folder, 'up'));
  await symlink(shown, join(app.folder, 'inner.txt'));

  const roots = await valueFromPage(app.page, 'files.list', { path: null });
  expect(roots.entries.map(({ path }) => path)).toContain(app.folder);
  const listed = await valueFromPage(app.page, 'files.list', { path: app.folder });
  expect(listed.entries.map(({ name }) => name)).toEqual(['harbour.txt', 'inner.txt']);
  expect(listed.parent).toBeNull();

  const preview = (path: string) => callFromPage(app.page, 'dump.preview', { path, rule: null });
  expect(await preview(shown)).toMatchObject({ ok: true });
  expect(await preview(join(app.folder, 'inner.txt'))).toMatchObject({ ok: true });
  for (const path of [
    hidden,
    join(app.folder, 'link.txt'),
    join(app.folder, 'up', 'hidden.txt'),
    join(app.folder, '..', 'hidden.txt'),
  ]) {
    expect(await preview(path), path).toMatchObject({ ok: false, problem: { code: 'path-not-allowed' } });
  }
  for (const path of [join(app.folder, '..'), '/', join(app.folder, 'up')]) {
    const answer = await callFromPage(app.page, 'files.list', { path });
    expect(answer, path).toMatchObject({ ok: false, problem: { code: 'path-not-allowed' } });
  }
});

appTest('a project cannot be saved, nor a report written, where it may not write', async ({ app }) => {
  await writeFile(join(app.folder, '..', 'kept.txt'), 'kept');
  await symlink(join(app.folder, '..', 'kept.txt'), join(app.folder, 'out.uratori'));
  await valueFromPage(app.page, 'project.create', { title: 'x' });
  for (const path of [
    join(app.folder, '..', 'new.uratori'),
    join(app.folder, 'out.uratori'),
    '/tmp/new.uratori',
  ]) {
    const answer = await callFromPage(app.page, 'project.saveAs', { path });
    expect(answer, path).toMatchObject({ ok: false, problem: { code: 'path-not-allowed' } });
  }
  expect(await readFile(join(app.folder, '..', 'kept.txt'), 'utf8')).toBe('kept');
  expect(
    await callFromPage(app.page, 'project.saveAs', { path: join(app.folder, 'mine.uratori') }),
  ).toMatchObject({ ok: true });
});

appTest('a report is downloaded by an address that cannot be guessed', async ({ app }) => {
  await valueFromPage(app.page, 'project.create', { title: 'Harbour' });
  const { download } = await valueFromPage(app.page, 'export.write', {
    format: 'html',
    target: { downloadName: '報告 (1).html' },
    baseUrl: null,
    stories: null,
    options: plainOptions('ja'),
    title: 'Harbour',
  });
  expect(download).toMatch(/^\/downloads\/[\w-]{43}$/u);
  const reply = await app.page.evaluate(async (address) => {
    const response = await fetch(address);
    return { headers: Object.fromEntries(response.headers), text: await response.text() };
  }, download ?? '');
  expect(reply.headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('報告')}%20%281%29.html`,
  );
  expect(reply.headers['content-security-policy']).toContain('sandbox');
  expect(reply.text).toContain('<!doctype html>');
});

appTest('a lost connection is said, and its return takes the notice away', async ({ app }) => {
  const { page } = app;
  const sockets: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(/\/socket$/u, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await expect.poll(() => sockets.length).toBeGreaterThan(0);
  await valueFromPage(page, 'workbench.start', {});

  const notice = page.getByText(/has ended or cannot be reached/u);
  await expect(notice).toHaveCount(0);
  await sockets[0]?.close();
  await expect(notice).toBeVisible();
  await expect(notice).toHaveCount(0);
});
