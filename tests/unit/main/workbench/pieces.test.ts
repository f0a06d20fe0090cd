import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from '../../../../main/file-name.ts';
import { EventHub } from '../../../../main/workbench/events.ts';
import { InFlight } from '../../../../main/workbench/in-flight.ts';
import { inParallel } from '../../../../main/workbench/in-parallel.ts';
import { OrdinalList } from '../../../../main/workbench/ordinals.ts';
import { pausing } from '../../../../main/workbench/pausing.ts';
import { relativeToProject } from '../../../../main/workbench/project-place.ts';
import { SerialQueue } from '../../../../main/workbench/serial-queue.ts';
import { likeness } from '../../../../main/workbench/story-likeness.ts';
import { dayOf } from '../../../../main/workbench/story-ref.ts';

const tick = () => new Promise<void>((done) => setImmediate(done));

describe('a file name', () => {
  it('is one that every file system takes, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = fileNameFor(text);
        expect(name).toMatch(/^[^\p{Cc}\p{Cs}<>:"/\\|?*]+$/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121);
        expect(resolve('/folder', name)).toBe(join('/folder', name));
      }),
    );
  });

  it('keeps the words of a title', () => {
    expect(fileNameFor('湊市 高潮(4月12日)')).toBe('湊市 高潮(4月12日)');
    expect(fileNameFor('a/b\\c: d')).toBe('a b c d');
    expect(fileNameFor('con')).toBe('_con');
    expect(fileNameFor(' .. ')).toBe('Untitled');
  });
});

describe('the way from a project to its dump', () => {
  it('leads back to the dump', () => {
    const part = fc.stringMatching(/^[a-zあ-ん]{1,4}$/u);
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, path, (project, dump) => {
        const way = relativeToProject(`${project}.uratori`, `${dump}.txt`);
        expect(way && resolve(`${project}.uratori`, '..', way)).toBe(`${dump}.txt`);
        expect(way).not.toContain('\\');
      }),
    );
  });
});

describe('ordinals', () => {
  it('are kept in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 3000 }), (values) => {
        const list = new OrdinalList();
        for (const value of values) list.push(value);
        expect([...list.toArray()]).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });
});

describe('likeness', () => {
  const story = {
    lead: '港の新しい橋が開通しました。',
    text: '港の新しい橋が開通しました。総工費は120億円です。',
  };

  it('is greatest for the story itself and never over 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (lead, quotes) => {
        const score = likeness({ lead, quotes }, story);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(likeness({ lead: story.lead, quotes: ['120億円'] }, story));
      }),
    );
    expect(likeness({ lead: story.lead, quotes: ['120億円'] }, story)).toBe(1);
  });

  it('grows with each quote that the story still holds', () => {
    const scores = [
      ['まったく別の文', '別の文章'],
      ['120億円', '別の文章'],
      ['120億円', '総工費は'],
    ].map((quotes) => likeness({ lead: '港の新しい橋が開通', quotes }, story));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(3);
  });

  it('is nothing between two stories that share neither lead nor quotes', () => {
    expect(likeness({ lead: '渡し船の最終便に市民が集まる', quotes: ['90年'] }, story)).toBe(0);
    expect(likeness({ lead: '', quotes: [] }, { lead: '', text: '' })).toBe(0);
  });
});

describe('the day of a story', () => {
  it('is counted as dumps count it', () => {
    const ref = (publishedAt: string | null) =>
      dayOf({
        dumpId: 'd',
        storyId: 's',
        ordinal: 0,
        byteStart: 0,
        byteEnd: 0,
        source: null,
        publishedAt,
        lang: 'ja',
        lead: '',
      });
    expect(ref('1970-01-02')).toBe(1);
    expect(ref('2025-02-08T23:59')).toBe(Date.UTC(2025, 1, 8) / 86_400_000);
    expect(ref('2025-02')).toBe(Date.UTC(2025, 1, 1) / 86_400_000);
    expect(ref(null)).toBeNull();
  });
});

describe('a serial queue', () => {
  it('runs one task at a time, in order, past those that fail', async () => {
    const queue = new SerialQueue();
    const log: string[] = [];
    const task = (name: string, fails: boolean) => async () => {
      log.push(`${name} begins`);
      await tick();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const results = await Promise.allSettled([
      queue.run(task('a', true)),
      queue.run(task('b', false)),
      queue.run(task('c', true)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('is idle only when what was put in meanwhile is done as well', async () => {
    const queue = new SerialQueue();
    let done = 0;
    const step = async () => {
      await tick();
      done += 1;
    };
    void queue.run(async () => {
      await step();
      void queue.run(step);
    });
    await queue.idle();
    expect(done).toBe(2);
  });
});

describe('work in flight', () => {
  it('is settled when all of it has come to its end, well or not', async () => {
    const work = new InFlight();
    let ended = 0;
    const failing = work.track(
      tick().then(() => {
        ended += 1;
        throw new Error('failed');
      }),
    );
    void work.track(
      tick()
        .then(tick)
        .then(() => {
          ended += 1;
        }),
    );
    await Promise.allSettled([failing]);
    await work.settle();
    expect(ended).toBe(2);
    await work.settle();
  });
});

describe('reading in parallel', () => {
  it('gives the results in the order of the items', async () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const results = await inParallel(items, async (item) => {
      for (let wait = item % 7; wait > 0; wait -= 1) await tick();
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
  });
});

describe('a pausing step', () => {
  it('is never taken twice at a time, is taken after the last asking, and not after the end', async () => {
    let running = 0;
    let taken = 0;
    let asked = 0;
    let seen = 0;
    const step = pausing(async () => {
      expect(running).toBe(0);
      running += 1;
      const before = asked;
      await tick();
      running -= 1;
      taken += 1;
      seen = before;
    }, 1);
    for (; asked < 50; ) {
      asked += 1;
      step.ask();
      if (asked % 5 === 0) await tick();
    }
    while (seen < 50) await tick();
    await step.end();
    const before = taken;
    step.ask();
    await new Promise((done) => setTimeout(done, 5));
    expect(taken).toBe(before);
    expect(taken).toBeLessThan(50);
  });
});

describe('events', () => {
  it('reach everybody who listens and nobody who left', () => {
    const hub = new EventHub();
    const heard: string[] = [];
    const listen = (name: string) => hub.on('menu.chosen', ({ action }) => heard.push(`${name} ${action}`));
    const leave = listen('a');
    listen('b');
    hub.emit('menu.chosen', { action: 'find' });
    leave();
    leave();
    hub.emit('menu.chosen', { action: 'undo' });
    expect(heard).toEqual(['a find', 'b find', 'b undo']);
  });
});
