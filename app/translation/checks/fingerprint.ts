/**
 * 106 bits of a text, in 28 hexadecimal digits: two runs of cyrb53 (public domain, by bryc) with different seeds. Tells
 * texts apart that nobody makes alike on purpose.
 */
export function fingerprint(text: string): string {
  return [0, 1].map((seed) => half(text, seed).toString(16).padStart(14, '0')).join('');
}

function half(text: string, seed: number): number {
  let one = 0xdeadbeef ^ seed;
  let other = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}
