import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentTop,
  geometry,
  MOST_PIXELS,
  revealRow,
  scrollTopFor,
} from '../../../../renderer/ui/scaled-scroll.ts';

const shapes = fc
  .record({
    count: fc.integer({ min: 0, max: 2_000_000 }),
    rowHeight: fc.integer({ min: 20, max: 120 }),
    viewport: fc.integer({ min: 1, max: 4000 }),
  })
  .map(({ count, rowHeight, viewport }) => ({
    shape: geometry(count, rowHeight, viewport),
    rowHeight,
    count,
  }));

describe('a list of any length', () => {
  it('never asks the browser for more pixels than it has', () => {
    fc.assert(
      fc.property(shapes, ({ shape }) => {
        expect(shape.scrolled).toBeLessThanOrEqual(MOST_PIXELS);
      }),
    );
  });

  it('shows the first row at the top of the scroll and the last at its bottom', () => {
    fc.assert(
      fc.property(shapes, ({ shape }) => {
        expect(contentTop(shape, 0)).toBe(0);
        const bottom = contentTop(shape, Math.max(0, shape.scrolled - shape.viewport));
        expect(bottom).toBeCloseTo(Math.max(0, shape.content - shape.viewport), 3);
      }),
    );
  });

  it('goes to a place and back', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), ({ shape }, part) => {
        const top = part * Math.max(0, shape.content - shape.viewport);
        expect(contentTop(shape, scrollTopFor(shape, top))).toBeCloseTo(top, 2);
      }),
    );
  });

  it('brings any row wholly into sight, and does not move for one that is', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        ({ shape, rowHeight, count }, part, any) => {
          fc.pre(count > 0 && shape.viewport >= rowHeight);
          const row = any % count;
          const top = part * Math.max(0, shape.content - shape.viewport);
          const moved = revealRow(shape, top, row, rowHeight);
          expect(row * rowHeight).toBeGreaterThanOrEqual(moved);
          expect((row + 1) * rowHeight).toBeLessThanOrEqual(moved + shape.viewport + 1e-6);
          expect(revealRow(shape, moved, row, rowHeight)).toBe(moved);
        },
      ),
    );
  });
});
