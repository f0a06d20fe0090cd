import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  has,
  NONE,
  placesIn,
  type Ranges,
  remove,
  sizeOf,
  toggle,
} from '../../../../renderer/bulk/ranges.ts';
import { choiceOf } from '../../../../renderer/bulk/use-choice.ts';

const step = fc.record({ what: fc.constantFrom('add', 'remove', 'toggle'), a: fc.nat(30), b: fc.nat(30) });

describe('chosen places', () => {
  test('are those that a set would have, as few pairs as can be, in order', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const set = new Set<number>();
        let ranges: Ranges = NONE;
        for (const { what, a, b } of steps) {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          if (what === 'toggle') {
            ranges = toggle(ranges, a);
            if (!set.delete(a)) set.add(a);
            continue;
          }
          ranges = what === 'add' ? add(ranges, from, to) : remove(ranges, from, to);
          for (let place = from; place < to; place += 1) {
            if (what === 'add') set.add(place);
            else set.delete(place);
          }
        }
        expect([...placesIn(ranges)]).toEqual([...set].sort((x, y) => x - y));
        expect(sizeOf(ranges)).toBe(set.size);
        for (let place = 0; place <= 31; place += 1) expect(has(ranges, place)).toBe(set.has(place));
        for (const [index, [from, to]] of ranges.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(ranges[index - 1]?.[1] ?? -1);
        }
      }),
    );
  });

  test('with Shift reach from where the choice began to where one is, there and back', () => {
    let kept: { ranges: Ranges; anchor: number | null } = { ranges: NONE, anchor: null };
    const choice = () =>
      choiceOf(kept.ranges, kept.anchor, 10, (ranges, anchor) => {
        kept = { ranges, anchor };
      });
    choice().extend(3, 4);
    choice().extend(4, 5);
    expect([...placesIn(kept.ranges)]).toEqual([3, 4, 5]);
    choice().extend(5, 4);
    choice().extend(4, 1);
    expect([...placesIn(kept.ranges)]).toEqual([1, 2, 3]);
    choice().all();
    expect(kept.ranges).toEqual([[0, 10]]);
    choice().none();
    expect(choice().size).toBe(0);
  });
});
