import { isFrontPage, linkKey } from '../../../app/likeness/link-key.ts';

/** Which stories cite which links: three numbers a citation, two of the link's hash and the story's ordinal. */
export class LinkList {
  private numbers = new Uint32Array(1 << 10);
  private length = 0;

  add(ordinal: number, link: string): void {
    const key = linkKey(link);
    if (key === null || isFrontPage(key)) return;
    if (this.length + 3 > this.numbers.length) {
      const larger = new Uint32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.set([...hashOfLink(key), ordinal], this.length);
    this.length += 3;
  }

  all(): Uint32Array<ArrayBuffer> {
    return this.numbers.slice(0, this.length);
  }
}

/** Two independent hashes of a link's key (FNV-1a from two beginnings). */
export function hashOfLink(key: string): [number, number] {
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return [one >>> 0, other >>> 0];
}
