import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'uratori-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, 'alike.txt');
writeFileSync(
  path,
  `港大橋の修復費は200億ドルに上ると港湾局が発表した、国が全額を負担する https://minato.example/news/bridge
— 湊ニュース (@minato_news) April 12, 2025
港大橋の修復費は20億ドルに上ると港湾局が発表した、国が全額を負担する
— 北浜通信 (@kitahama) April 11, 2025
まったく違う。橋は無傷で、修復の予定など聞いていないと市長は話している https://minato.example/news/bridge?utm_source=x
— 白瀬タイムズ (@shirase) April 13, 2025
`,
);

function uratori(...args: string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [CLI, 'similar', path, ...args], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
}

describe('uratori similar', () => {
  it('lists clusters, the earliest first, with what differs', () => {
    const text = uratori();
    expect(text).toContain('1 cluster in 3 stories');
    expect(text).toMatch(/ {2}2\. \d\d% 2025-04-11 北浜通信 .*\(修復費…ドル: 200億 \/ 20億\)\n {2}1\. 100%/u);
    const { stories, clusters } = JSON.parse(uratori('--json'));
    expect(stories).toBe(3);
    expect(clusters).toHaveLength(1);
    expect(clusters[0].members.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([1, 0]);
    expect(Object.keys(clusters[0].members[0])).toEqual(
      'id ordinal source publishedAt similarity figures negated lead'.split(' '),
    );
  });

  it('lists stories that cite the same link and say something else', () => {
    const { links } = JSON.parse(uratori('--json', '--links'));
    expect(links).toHaveLength(1);
    expect(links[0].link).toBe('https://minato.example/news/bridge');
    expect(links[0].members.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([0, 2]);
  });
});
