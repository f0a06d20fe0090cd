import { readFileSync, writeFileSync } from 'node:fs';
import { type Rectangle, screen } from 'electron';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

const DEFAULT: WindowBounds = { width: 1440, height: 900, maximized: false };

/** Where the window was, in device-independent pixels; the default where that is unknown or on no screen any more. */
export function readBounds(file: string): WindowBounds {
  let bounds: WindowBounds;
  try {
    bounds = boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return DEFAULT;
  }
  const { x, y, width, height, maximized } = bounds;
  if (x === undefined || y === undefined) return bounds;
  const seen = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, { x, y, width, height }));
  return seen ? bounds : { width, height, maximized };
}

/** Written at once: it happens while the window goes. A failure costs no more than the place of the window. */
export function writeBounds(file: string, bounds: WindowBounds): void {
  try {
    writeFileSync(file, JSON.stringify(bounds));
  } catch {
    return;
  }
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
