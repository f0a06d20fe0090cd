import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeBeside } from '../../../../renderer/tour/placing.ts';
import { TOUR } from '../../../../renderer/tour/steps.ts';
import { moduleOf } from '../../../../scripts/lib/guide-plugin.mjs';

it('what tells of a thing stands wholly in the window, and beside the thing where there is room', () => {
  const view = { width: 1280, height: 800 };
  const panel = { width: 360, height: 220 };
  const box = fc.record({
    left: fc.nat(1200),
    top: fc.nat(700),
    width: fc.integer({ min: 1, max: 1280 }),
    height: fc.integer({ min: 1, max: 800 }),
  });
  fc.assert(
    fc.property(box, (target) => {
      const { left, top } = placeBeside(target, panel, view);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + panel.width).toBeLessThanOrEqual(view.width);
      expect(top + panel.height).toBeLessThanOrEqual(view.height);
      if (target.left + target.width + panel.width + 28 <= view.width)
        expect(left).toBeGreaterThanOrEqual(target.left + target.width);
    }),
  );
});

it('the tour has some stops, each in words of its own', () => {
  expect(TOUR.length).toBeGreaterThanOrEqual(6);
  expect(new Set(TOUR.map(({ text }) => text)).size).toBe(TOUR.length);
});

it('a page of the guide becomes HTML with its pictures and headings, and never markup of its own', () => {
  const source = moduleOf(
    '# T\n\n## One & <two>\n\n![a](../x.png)\n\n<script>alert(1)</script> [j](javascript:1)\n',
  );
  expect(source).toContain('import picture0 from "../x.png";');
  expect(source).toContain('" + picture0 + "');
  expect(source).toContain(JSON.stringify([{ id: 'guide-1', text: 'One & <two>' }]));
  expect(source).not.toContain('<script');
  expect(source).not.toContain('href=\\"javascript');
});
