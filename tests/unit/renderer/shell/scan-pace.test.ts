import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScanPace } from '../../../../renderer/shell/scan-pace.ts';

describe('the pace of a scan', () => {
  it('is that of a steady one, however often it reports', () => {
    const rate = fc.integer({ min: 1, max: 2_000_000 });
    const steps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(rate, steps, (perMs, gaps) => {
        const pace = new ScanPace();
        let at = 5000;
        for (const gap of gaps) {
          pace.add(at, (at - 5000) * perMs);
          at += gap;
        }
        const elapsed = at - (gaps.at(-1) ?? 0) - 5000;
        const total = 10_000_000 * perMs;
        const found = pace.of(total);
        if (elapsed < 1000) expect(found).toBeNull();
        else {
          expect(found?.bytesPerSecond).toBeCloseTo(perMs * 1000, 3);
          expect(found?.secondsLeft).toBeCloseTo((10_000_000 - elapsed) / 1000, 3);
        }
      }),
    );
  });

  it('forgets what was long ago', () => {
    const pace = new ScanPace();
    for (let second = 0; second <= 60; second += 1) pace.add(second * 1000, second * 10);
    for (let second = 1; second <= 6; second += 1) pace.add(60_000 + second * 1000, 600 + second * 1000);
    expect(pace.of(100_000)?.bytesPerSecond).toBeCloseTo(1000);
  });

  it('begins anew where the reading does, and tells nothing of what stands still', () => {
    const pace = new ScanPace();
    pace.add(0, 0);
    pace.add(3000, 3000);
    pace.add(3100, 10);
    expect(pace.of(10_000)).toBeNull();
    pace.add(5100, 10);
    expect(pace.of(10_000)).toBeNull();
    pace.add(6100, 3010);
    expect(pace.of(10_000)?.bytesPerSecond).toBeCloseTo(1000);
  });

  it('leaves no time at the end', () => {
    const pace = new ScanPace();
    pace.add(0, 0);
    pace.add(2000, 500);
    expect(pace.of(400)?.secondsLeft).toBe(0);
  });
});
