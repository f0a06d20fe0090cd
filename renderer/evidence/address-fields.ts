import { archivedPage } from '../../app/archives.ts';
import type { Evidence } from '../../app/evidence.ts';
import { isWebAddress } from './web-address.ts';

type Addresses = Pick<Evidence, 'url' | 'archiveUrl' | 'capturedAt'>;

/**
 * What an address says of a source: that of an archived copy is kept as such, with the page it was made of and the time
 * of its capture, as far as it tells them. What is known already of the page stays where the address does not tell.
 */
export function addressFields(address: string, known: Addresses): Partial<Addresses> {
  const page = archivedPage(address);
  if (!page) return { url: address };
  const original = page.original !== null && isWebAddress(page.original) ? page.original : null;
  // An address of the copy is none of the page: it would be what is told as the source.
  const url = original ?? (known.url === address ? '' : known.url);
  return {
    url,
    archiveUrl: address,
    capturedAt: page.capturedAt ?? (known.archiveUrl === address ? known.capturedAt : ''),
  };
}

/** What the addresses of an entry tell and it does not say yet; null where there is nothing. */
export function untakenFields(entry: Addresses): Partial<Addresses> | null {
  if (archivedPage(entry.url)) return addressFields(entry.url, entry);
  const fields = archiveFields(entry.archiveUrl, entry);
  const isNew = (name: 'url' | 'capturedAt') => entry[name] === '' && (fields[name] ?? '') !== '';
  return isNew('url') || isNew('capturedAt') ? fields : null;
}

/** The same for an address that a person calls that of a copy: one that is of no archive known here is taken at their word. */
export function archiveFields(address: string, known: Addresses): Partial<Addresses> {
  if (!archivedPage(address)) return { archiveUrl: address };
  const { url, ...copy } = addressFields(address, known);
  return known.url === '' && url !== undefined ? { ...copy, url } : copy;
}
