import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { AS_GUESSED } from '../../../../../app/dump-reading.ts';
import { spoolDump } from '../../../../../main/dumps/spool/spool-dump.ts';
import { folder, post } from '../dump-files.ts';

function page(number: number): string {
  const posts = Array.from(
    { length: number % 4 },
    (_, at) =>
      `<blockquote class="twitter-tweet"><p lang="ja">第${number}報その${at}😀。</p>&mdash; 湊ニュース (@minato_news) <a href="https://twitter.com/minato_news/status/19${number}${at}">April 12, 2025</a></blockquote>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>${number}</title><article><h1>第${number}報</h1><p>湊大橋は${number}日から閉じる。迂回路は北へ三キロある。</p>${posts.join('')}</article>`;
}

function response(url: string, type: string, body: Buffer): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
  const length = http.length + body.length;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-04-12T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n`;
  return gzipSync(Buffer.concat([Buffer.from(head), http, body, Buffer.from('\r\n\r\n')]));
}

/** Pages, some of them damaged or something else, and one record that is none. */
function archive(): string {
  const records = Array.from({ length: 60 }, (_, number) => {
    const url = `https://minato.example/${number}`;
    if (number % 17 === 5) return response(url, 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
    if (number % 17 === 7)
      return response(url, 'text/html', Buffer.from([0x3c, 0x70, 0x3e, 0xe3, 0x81, 0x0a]));
    if (number % 17 === 9) return response(url, 'text/plain', Buffer.from(post(`第${number}報`)));
    return response(url, 'text/html; charset=utf-8', Buffer.from(page(number)));
  });
  records.splice(30, 0, gzipSync('no record at all\r\n\r\n'));
  const path = join(mkdtempSync(join(folder, 'archive-')), 'pages.warc.gz');
  writeFileSync(path, Buffer.concat(records));
  return path;
}

function savedPages(): string {
  const path = mkdtempSync(join(folder, 'saved-'));
  mkdirSync(join(path, 'more'));
  for (let number = 0; number < 30; number++) {
    writeFileSync(join(path, `${number}.html`), page(number));
    writeFileSync(join(path, 'more', `${number}.txt`), post(`第${number}報`));
  }
  return path;
}

let spools = 0;
async function spooled(path: string, helpers: number) {
  const spool = join(folder, `queue-${spools++}.spool`);
  const answer = await spoolDump(
    { path, spool, reading: AS_GUESSED, rule: null },
    () => {},
    () => false,
    { helpers, byOne: 2 },
  );
  const { problems, contents, count } = answer;
  return { lines: readFileSync(spool, 'utf8'), problems, contents, count };
}

it.each([
  ['a web archive', archive],
  ['a folder of saved pages', savedPages],
])('%s is spooled to the same bytes by any number of threads', async (_, make) => {
  const path = make();
  const alone = await spooled(path, 0);
  expect(alone.count).toBeGreaterThan(60);
  expect(await spooled(path, 1)).toEqual(alone);
  expect(await spooled(path, 3)).toEqual(alone);
});

it('is given up between two entries, and leaves no thread behind', async () => {
  const path = archive();
  let looks = 0;
  const { count } = await spoolDump(
    { path, spool: join(folder, `queue-${spools++}.spool`), reading: AS_GUESSED, rule: null },
    () => {},
    () => ++looks > 20,
    { helpers: 2, byOne: 2 },
  );
  expect(count).toBeLessThan(60);
});
