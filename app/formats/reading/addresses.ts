const ABSOLUTE = /^https?:\/\//iu;
const PARTS = /^(https?:)\/\/([^/?#]+)([^?#]*)/iu;

/**
 * An address as it is written in a page or feed, made complete. Paths are not tidied up (`../`), so that it stays
 * what somebody wrote as far as that goes.
 * @param base the page's own address; empty where nobody knows it
 * @returns null for what is no address of the web, or cannot be made complete
 */
export function absoluteAddress(written: string, base: string): string | null {
  const address = written.trim();
  if (ABSOLUTE.test(address)) return address;
  const [, scheme, host, path = ''] = PARTS.exec(base.trim()) ?? [];
  if (address === '' || scheme === undefined || /^(?:#|[a-z][a-z0-9+.-]*:)/iu.test(address)) return null;
  if (address.startsWith('//')) return scheme + address;
  if (address.startsWith('/')) return `${scheme}//${host}${address}`;
  return `${scheme}//${host}${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${address}`;
}

/** Those of several addresses that can be made complete. */
export function absoluteAddresses(written: Iterable<string>, base: string): string[] {
  return [...written].flatMap((address) => absoluteAddress(address, base) ?? []);
}
