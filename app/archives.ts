import { archiveToday } from './archives/archive-today.ts';
import type { ArchivedPage } from './archives/archived-page.ts';
import { megalodon } from './archives/megalodon.ts';
import { wayback } from './archives/wayback.ts';

/** A copy of a copy is a copy of the first page; deeper than this nobody copies. */
const MOST_COPIES = 4;

/**
 * What the address of an archived page tells by itself, without asking the archive: the service, the address of the
 * page that was captured, and when. null for what is no address of an archive that is known here. Where an archive
 * captured the page of another archive, original and time are those of the inner one.
 */
export function archivedPage(address: string): ArchivedPage | null {
  return read(address, MOST_COPIES);
}

function read(address: string, depth: number): ArchivedPage | null {
  const [, host = '', rest = ''] = /^https?:\/\/([^/?#\s]+)(\S*)$/iu.exec(address.trim()) ?? [];
  const name = host.toLowerCase().replace(/:\d+$/u, '');
  const page = wayback(name, rest) ?? archiveToday(name, rest) ?? megalodon(name, rest);
  if (!page?.original || depth === 0) return page;
  const inner = read(page.original, depth - 1);
  return inner ? { ...inner, service: page.service } : page;
}
