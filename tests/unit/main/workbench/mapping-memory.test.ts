import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../app/formats/column-mapping.ts';
import { MappingMemory } from '../../../../main/workbench/mapping-memory.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-mappings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const columns = (...names: string[]) => names.map((name) => ({ path: [name], example: '', filled: 1 }));
const mapping = (text: string): ColumnMapping => ({
  text: [[text]],
  id: null,
  title: null,
  name: null,
  handle: null,
  date: null,
  lang: null,
  link: null,
});

it('remembers the last mapping of a kind of table, in whatever order its columns come', async () => {
  const memory = new MappingMemory(folder);
  expect(await memory.find(columns('a', 'b'))).toBe(null);
  await memory.remember(columns('a', 'b'), mapping('a'));
  await memory.remember(columns('c'), mapping('c'));
  await memory.remember(columns('b', 'a'), mapping('b'));
  expect(await new MappingMemory(folder).find(columns('a', 'b'))).toEqual(mapping('b'));
  expect(await memory.find(columns('a'))).toBe(null);
});

it('forgets the kind that was chosen for longest ago first', async () => {
  const memory = new MappingMemory(folder);
  for (let kind = 0; kind < 101; kind++) await memory.remember(columns(`k${kind}`), mapping('x'));
  expect(await memory.find(columns('k0'))).toBe(null);
  expect(await memory.find(columns('k1'))).toEqual(mapping('x'));
});
