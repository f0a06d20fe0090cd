import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameFrom, receiveUpload } from '../../../../main/web/uploads.ts';

const LIMIT = 1000;
let folder: string;
let server: Server;
let received: Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-uploads-'));
  server = createServer((incoming, response) => {
    received = receiveUpload(incoming, response, { folder, name: 'a.txt', limit: LIMIT });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** `announced`: the bytes that the header promises; null for a body in chunks. */
function send(body: Buffer, announced: number | null): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = announced === null ? {} : { 'Content-Length': announced };
    const sent = request(
      { port: (server.address() as AddressInfo).port, host: '127.0.0.1', method: 'POST', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('an upload', () => {
  it('up to the limit is kept whole', async () => {
    const body = Buffer.alloc(LIMIT, 0xe3);
    const { status, body: answer } = await send(body, null);
    expect(status).toBe(200);
    expect(await readFile(JSON.parse(answer).value.path)).toEqual(body);
  });

  it('one byte over it is refused, announced or not, and leaves nothing', async () => {
    for (const announced of [LIMIT + 1, null]) {
      const { status, body } = await send(Buffer.alloc(LIMIT + 1), announced);
      expect(status).toBe(413);
      expect(JSON.parse(body).problem).toEqual({
        code: 'upload-too-large',
        params: { name: 'a.txt', limit: LIMIT },
      });
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('that breaks off leaves nothing', async () => {
    const arrived = new Promise((resolve) => server.once('request', resolve));
    const { port } = server.address() as AddressInfo;
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'Content-Length': 500 } });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(10));
    await arrived;
    sent.destroy();
    await received;
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the name of an upload', () => {
  it('keeps what is harmless', () => {
    expect(fileNameFrom('記事 2025-02-08 🇯🇵.txt')).toBe('記事 2025-02-08 🇯🇵.txt');
    expect(fileNameFrom('C:\\dumps\\a.txt')).toBe('a.txt');
    expect(fileNameFrom('../../etc/passwd')).toBe('passwd');
    expect(fileNameFrom('..')).toBe('upload');
    expect(fileNameFrom(`${'裏'.repeat(300)}.txt`)).toMatch(/^裏{65}\.txt$/u);
  });

  it('is a name in every file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = fileNameFrom(given);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/^\.|[/\\\0<>:"|?*]|[. ]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(Buffer.from(name).toString()).toBe(name);
      }),
    );
  });
});
