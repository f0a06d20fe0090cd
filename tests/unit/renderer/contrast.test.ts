import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { styleSheet } from '../../../app/exports/html/style.ts';
import { TAG_COLOURS } from '../../../app/tag.ts';

/** Contrast of text that a person reads, https://www.w3.org/TR/WCAG22/#contrast-minimum. */
const AA = 4.5;

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [r, g, b] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
/** Custom properties of the declarations in a piece of CSS, the last of a name. */
function properties(css: string): Map<string, string> {
  const found = css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6})\b/gu);
  return new Map([...found].map(([, name, value]) => [name as string, value as string]));
}

const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
const [light, dark] = tokens.split(':root[data-theme="dark"]') as [string, string];
const report = styleSheet('').source;
const darkAt = report.indexOf('@media (prefers-color-scheme:dark)');
const printAt = report.indexOf('@media print');
const SURFACES = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected'];

describe('the colour of every tag is legible', () => {
  test.each([
    ['in the light theme', properties(light), SURFACES, 'tag-'],
    ['in the dark theme', properties(dark), SURFACES, 'tag-'],
    ['in a report on the screen', properties(report.slice(0, darkAt)), ['paper', 'raised'], ''],
    ['in a report in a dark window', properties(report.slice(darkAt, printAt)), ['paper', 'raised'], ''],
    ['in a printed report', properties(report.slice(printAt)), ['paper', 'raised'], ''],
  ])('%s', (_, colours, surfaces, prefix) => {
    for (const name of TAG_COLOURS) {
      const ink = colours.get(prefix + name) as string;
      for (const surface of surfaces)
        expect(contrast(ink, colours.get(surface) as string), `${name} on ${surface}`).toBeGreaterThanOrEqual(
          AA,
        );
    }
  });
});
