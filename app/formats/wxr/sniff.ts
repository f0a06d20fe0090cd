/**
 * True for an export of WordPress, which is an RSS feed with a namespace of WordPress's own.
 * @param root the start tag of the root element
 */
export function isWxr(root: string, text: string): boolean {
  if (!/^<rss\b/u.test(root)) return false;
  return /=\s{0,9}["']https?:\/\/wordpress\.org\/export\//u.test(root) || text.includes('<wp:wxr_version');
}
