import type { ColumnPath } from '../column-mapping.ts';

/** What stands at a path of a record, in order; more than one value only where the path has a `*`. */
export function valuesAt(record: unknown, path: ColumnPath): unknown[] {
  let values = [record];
  for (const key of path) values = values.flatMap((value) => children(value, key));
  return values;
}

/** The texts at a path: strings, numbers and booleans, also those that a list holds. Blank ones are none. */
export function textsAt(record: unknown, path: ColumnPath): string[] {
  return valuesAt(record, path)
    .flatMap(scalars)
    .filter((text) => text.trim() !== '');
}

/** The first text at a path, trimmed, or null. */
export function firstTextAt(record: unknown, path: ColumnPath | null): string | null {
  return path === null ? null : (textsAt(record, path)[0]?.trim() ?? null);
}

function children(value: unknown, key: string): unknown[] {
  if (!isNested(value)) return [];
  if (key === '*') return Object.values(value);
  // Own keys only: a record may have a key `__proto__`, and none has `constructor`.
  return Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
}

function scalars(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (isNested(item) ? [] : scalars(item)));
  if (typeof value === 'string') return [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

/** True for objects and lists. */
export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
