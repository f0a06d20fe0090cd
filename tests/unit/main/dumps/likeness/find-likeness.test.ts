import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALIKE, likenessOf } from '../../../../../app/likeness/jaccard.ts';
import type { LikenessOptions } from '../../../../../main/dumps/likeness/find-likeness.ts';
import type { Likeness } from '../../../../../main/dumps/likeness/likeness.ts';
import { openDump } from '../../../../../main/dumps/open-dump.ts';
import { makeDump } from '../../../../bench/make-dump.ts';
import { Random } from '../../../../bench/random.ts';
import { RETELLINGS, retold } from '../../../../bench/retold.ts';
import { dumpFile, folder, post, withDump } from '../dump-files.ts';

/** A dump of seeded stories, and some of them retold at its end: by place, what they retell. */
async function planted(bytes: number, count: number): Promise<{ path: string; pairs: [number, number][] }> {
  const base = join(folder, `base-${bytes}.txt`);
  makeDump(base, bytes, 'txt');
  const random = new Random(5);
  const added: string[] = [];
  const pairs: [number, number][] = [];
  await withDump(base, {}, async (dump) => {
    for (let index = 0; index < count; index += 1) {
      const ordinal = Math.floor((index * dump.count) / count);
      const { text } = await dump.read(ordinal);
      const how = RETELLINGS[index % RETELLINGS.length] ?? 'as it is';
      pairs.push([ordinal, dump.count + index]);
      added.push(`${retold(text.trimEnd(), how, random)}\n`);
    }
  });
  return { path: dumpFile(readFileSync(base, 'utf8') + added.join('')), pairs };
}

const found = (path: string, tuning: LikenessOptions['tuning']) =>
  withDump(path, {}, (dump) => dump.likeness(tuning ? { tuning } : {}));
const groups = ({ clusters: { starts, members } }: Likeness) =>
  Array.from({ length: starts.length - 1 }, (_, at) => [...members.subarray(starts[at], starts[at + 1])]);

describe('near-duplicates across a dump', () => {
  it('are found where they were planted, and nowhere else', async () => {
    const { path, pairs } = await planted(1_500_000, 120);
    await withDump(path, {}, async (dump) => {
      const likeness = await dump.likeness();
      const missed = [];
      for (const [one, other] of pairs) {
        if (likeness.like(one).includes(other)) continue;
        const [a, b] = [await dump.read(one), await dump.read(other)];
        if (likenessOf(a.text, b.text) > ALIKE + 0.1) missed.push([one, other]);
      }
      expect(missed).toEqual([]);
      const planted = new Set(pairs.flat());
      expect(
        groups(likeness)
          .flat()
          .filter((ordinal) => !planted.has(ordinal)),
      ).toEqual([]);
    });
  });

  it('are the same, however many threads look, and however little memory they may take', async () => {
    const { path } = await planted(600_000, 60);
    const whole = await found(path, { threads: 1 });
    for (const threads of [2, 3]) {
      const other = await found(path, { threads });
      expect(groups(other)).toEqual(groups(whole));
      expect(other.links).toEqual(whole.links);
      expect(other.apart).toEqual(whole.apart);
    }
    // Shorter signatures find less, but nothing that is not so.
    const known = new Set(groups(whole).map(String));
    const short = groups(await found(path, { threads: 1, signatureBytes: 1 }));
    expect(short.length).toBeGreaterThan(20);
    expect(short.filter((group) => !known.has(String(group)))).toEqual([]);
  });

  it('form no chain: each is like the first of its cluster', async () => {
    const sentences = Array.from(
      { length: 30 },
      (_, n) => `第${n}の論点として、${'港橋駅町市島'[n % 6]}の整備${n * 37}号が${n}年ぶりに取り上げられた。`,
    );
    const drifting = Array.from({ length: 21 }, (_, n) =>
      post(sentences.slice(n, n + 10).join(''), `source_${n}`),
    );
    await withDump(dumpFile(drifting.join('')), {}, async (dump) => {
      const clusters = groups(await dump.likeness());
      expect(clusters.length).toBeGreaterThan(1);
      for (const [first = 0, ...others] of clusters) {
        const { lead } = await dump.read(first);
        for (const other of others)
          expect(likenessOf(lead, (await dump.read(other)).lead)).toBeGreaterThanOrEqual(ALIKE);
      }
    });
  });

  it('are many of one, in no more time than a few: the same words a thousand times are one cluster', async () => {
    const same = post(
      '湊市は本日、港大橋の全面通行止めを午後三時に解除すると発表した。迂回路は引き続き利用できる。',
    );
    await withDump(dumpFile(same.repeat(1000)), {}, async (dump) => {
      expect(groups(await dump.likeness()).map(({ length }) => length)).toEqual([1000]);
    });
  });

  it('are not what says too little to compare', async () => {
    await withDump(dumpFile(post('おはよう') + post('おはよう', 'other') + post('湊')), {}, async (dump) => {
      expect(groups(await dump.likeness())).toEqual([]);
    });
  });

  it('are found in records as in text', async () => {
    const text = '湊市の市長は12日、防波堤の改修に1200万円を使うと説明した。';
    const lines = [
      text,
      'まったく別の話題として、図書館の移転が議会で否決された。',
      `${text}続報を待つ。`,
    ].map((each, id) =>
      JSON.stringify({ id: `${id}`, created_at: '2025-04-12', text: each, user: 'minato' }),
    );
    await withDump(dumpFile(`${lines.join('\n')}\n`), {}, async (dump) => {
      expect(dump.count).toBe(3);
      expect(groups(await dump.likeness())).toEqual([[0, 2]]);
    });
  });
});

describe('links that stories have in common', () => {
  const link = (id: string) => `https://minato.example/news/${id}`;

  it('are pointed out with the stories that say something else about them', async () => {
    const content = [
      post(`港大橋の修復費は200億ドルに上ると港湾局が発表した、国が全額を負担する ${link('bridge')}`),
      post(
        `まったく違う。橋は無傷で、修復の予定など聞いていないと市長は話している ${link('bridge')}/?utm_source=x`,
        'b',
      ),
      post(`図書館の移転が来年の春に決まり、新しい建物の設計が始まることになった ${link('library')}`, 'c'),
      post(`港大橋の修復費は200億ドルに上ると港湾局が発表した、国が全額を負担する ${link('bridge')}`, 'd'),
    ];
    await withDump(dumpFile(content.join('')), {}, async (dump) => {
      const likeness = await dump.likeness();
      expect([...likeness.citing(`http://www.minato.example/news/bridge`)]).toEqual([0, 1, 3]);
      expect([...likeness.citing(link('library'))]).toEqual([]);
      expect([...likeness.apart]).toEqual([0, 1, 3]);
      expect([...likeness.like(3)]).toEqual([0, 3]);
    });
  });
});

describe('what was found', () => {
  const content = post('湊市の市長は12日、防波堤の改修に1200万円を使うと説明した。').repeat(3);

  it('is kept for the next time, and made anew where the file is damaged', async () => {
    const path = dumpFile(content);
    const cacheFolder = await mkdtemp(join(folder, 'cache-'));
    const first = await withDump(path, { cacheFolder }, async (dump) => {
      expect(await dump.knownLikeness()).toBeNull();
      return groups(await dump.likeness());
    });
    const kept = async () => {
      const dump = await openDump(path, { cacheFolder });
      const known = await dump.knownLikeness();
      await dump.close();
      return known && groups(known);
    };
    expect(await kept()).toEqual(first);
    const name = readdirSync(cacheFolder).find((each) => each.endsWith('.likeness')) ?? '';
    const file = join(cacheFolder, name);
    const bytes = readFileSync(file);
    for (const damaged of [
      bytes.subarray(0, -5),
      Buffer.alloc(0),
      Buffer.from(bytes).fill(9, bytes.length - 6),
    ]) {
      writeFileSync(file, damaged);
      expect(await kept()).toBeNull();
    }
    writeFileSync(file, bytes);
    expect(await kept()).toEqual(first);
    writeFileSync(path, content + content);
    expect(await kept()).toBeNull();
  });

  it('comes with progress up to the end, and can be given up', async () => {
    const { path } = await planted(600_000, 6);
    await withDump(path, {}, async (dump) => {
      const told: number[] = [];
      await dump.likeness({ onProgress: (done) => told.push(done) });
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.every((done) => done > 0 && done <= 1.0001)).toBe(true);
    });
    await withDump(path, {}, async (dump) => {
      const giveUp = new AbortController();
      const looking = dump.likeness({ signal: giveUp.signal, onProgress: () => giveUp.abort() });
      await expect(looking).rejects.toThrow();
      expect(await dump.knownLikeness()).toBeNull();
      expect(groups(await dump.likeness()).length).toBeGreaterThan(0);
    });
  });

  it('takes a few bytes a story, whatever is found', async () => {
    const { path } = await planted(600_000, 60);
    await withDump(path, {}, async (dump) => {
      const { memoryBytes } = await dump.likeness();
      expect(memoryBytes / dump.count).toBeLessThan(24);
    });
  });
});
