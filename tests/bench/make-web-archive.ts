import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Random } from './random.ts';

const TOPICS = '港 橋 予算 学校 図書館 水道 漁業 観光 防災 選挙 病院 鉄道'.split(' ');
const VERBS =
  '見直す方針を示した 説明を求められた 三年ぶりに増えた 来月から始まる 反対の声が上がっている'.split(' ');
const CLASSES = 'main wrap entry body lead note side'.split(' ');

function sentence(random: Random): string {
  return `湊市の${random.pick(TOPICS)}は${random.below(28) + 1}日、${random.pick(TOPICS)}をめぐり${random.pick(VERBS)}。費用は${random.below(9000)}億円という。`;
}

function paragraph(random: Random): string {
  const text = Array.from({ length: 3 + random.below(5) }, () => sentence(random)).join('');
  return `<p class="${random.pick(CLASSES)}">${text}<a href="/news/${random.below(1e6)}">続き</a></p>\n`;
}

function post(random: Random): string {
  const id = `19${random.below(1e9)}${random.below(1e7)}`;
  return `<blockquote class="twitter-tweet"><p lang="ja" dir="ltr">${sentence(random)}</p>&mdash; 湊ニュース (@minato_news) <a href="https://twitter.com/minato_news/status/${id}">April ${1 + random.below(28)}, 2025</a></blockquote>\n`;
}

/** A page as sites make them: a head of scripts and styles, navigation, an article with posts in it, a footer. */
function page(random: Random): string {
  const links = Array.from(
    { length: 40 },
    () => `<li><a href="/${random.below(1e6)}">${random.pick(TOPICS)}</a></li>`,
  );
  const parts = Array.from(
    { length: 2 + random.below(4) },
    () => `<h2>${random.pick(TOPICS)}の話</h2>\n${paragraph(random)}${post(random)}${paragraph(random)}`,
  );
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${random.pick(TOPICS)}の知らせ | 湊新報</title>
<script>var page = ${JSON.stringify(links)};</script><style>${'.a{color:#333}'.repeat(50)}</style></head>
<body><nav><ul>${links.join('')}</ul></nav><main><article><h1>${sentence(random)}</h1>\n${parts.join('')}</article></main>
<footer>&copy; 湊新報</footer></body></html>`;
}

function record(random: Random, number: number): Buffer {
  const body = Buffer.from(page(random));
  const http = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n');
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://minato.example/${number}\r\nWARC-Date: 2025-04-12T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, body, Buffer.from('\r\n\r\n')]);
}

/** Writes a web archive of about `bytes` of records (unpacked), each a gzip member, unless it is there already. */
export function makeWebArchive(path: string, bytes: number): void {
  if (existsSync(path) && statSync(path).size > 0) return;
  mkdirSync(dirname(path), { recursive: true });
  const random = new Random(20250413);
  const unfinished = `${path}.tmp`;
  const fd = openSync(unfinished, 'w');
  try {
    for (let written = 0, number = 0; written < bytes; number++) {
      const unpacked = record(random, number);
      writeSync(fd, gzipSync(unpacked, { level: 1 }));
      written += unpacked.length;
    }
  } finally {
    closeSync(fd);
  }
  renameSync(unfinished, path);
}
