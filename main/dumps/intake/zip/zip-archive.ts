import type { Problem } from '../../../../app/problem.ts';
import type { Budget } from '../budget.ts';
import { isJunkPath } from '../junk.ts';
import { comparePaths } from '../natural-order.ts';
import type { RandomAccess, Report, Source } from '../source.ts';
import { centralDirectory, findZip } from './central-directory.ts';
import { entryNames, isSafeName } from './entry-names.ts';
import { localHeaders } from './local-headers.ts';
import { DEFLATED, STORED, type ZipEntry } from './zip-entry.ts';
import { ZipSource } from './zip-source.ts';

/**
 * What is in a zip archive, by name; what of it cannot be read is a problem in its place.
 * @param name the archive's own, for problems
 * @param prefix put before the names of its entries
 */
export async function readZip(
  access: RandomAccess,
  name: string,
  prefix: string,
  budget: Budget,
  report: Report,
): Promise<(Source | Problem)[]> {
  const entries = await listed(access, name, budget, report);
  const names = entryNames(entries);
  return entries
    .map((entry, index) => ({ entry, path: names[index] as string }))
    .filter(({ entry, path }) => !path.endsWith('/') && !entry.link && !isJunkPath(path))
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(
      ({ entry, path }) =>
        refusal(entry, path, prefix) ?? new ZipSource(prefix + path, entry, access, budget),
    );
}

function refusal(entry: ZipEntry, path: string, prefix: string): Problem | null {
  if (!isSafeName(path)) return { code: 'entry-unsafe-name', params: { entry: prefix + path } };
  if (entry.encrypted) return { code: 'entry-encrypted', params: { entry: prefix + path } };
  if (entry.method === STORED || entry.method === DEFLATED) return null;
  return { code: 'entry-packing-unknown', params: { entry: prefix + path, method: entry.method } };
}

async function listed(
  access: RandomAccess,
  entry: string,
  budget: Budget,
  report: Report,
): Promise<ZipEntry[]> {
  const extent = await findZip(access);
  if (extent !== null) {
    try {
      return await upTo(centralDirectory(access, extent), entry, budget, report);
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      report({ code: 'entry-damaged', params: { entry, unit: 'byte', position: extent.end, detail } });
    }
  } else report({ code: 'entry-truncated', params: { entry, byte: access.bytes } });
  return upTo(localHeaders(access), entry, budget, report);
}

async function upTo(
  entries: AsyncIterable<ZipEntry>,
  entry: string,
  { limits }: Budget,
  report: Report,
): Promise<ZipEntry[]> {
  const list: ZipEntry[] = [];
  for await (const found of entries) {
    if (list.length === limits.entries) {
      report({ code: 'entry-too-many', params: { entry, limit: limits.entries } });
      break;
    }
    list.push(found);
  }
  return list;
}
