import { ByteMap } from '../byte-map.ts';
import { fieldText } from './field-text.ts';

/** Reads values that come back all the time, such as names, once each. */
export class FieldMemory<V> {
  private readonly map: ByteMap<V>;
  private readonly read: (text: string | null) => V;

  /**
   * @param capacity so many different values are remembered at a time, a power of two
   * @param read what a value means, by its text
   */
  constructor(capacity: number, read: (text: string | null) => V) {
    this.map = new ByteMap(capacity);
    this.read = read;
  }

  of(kind: number, bytes: Buffer, from: number, to: number): V {
    const known = this.map.get(bytes, from, to);
    if (known !== undefined) return known;
    const value = this.read(fieldText(kind, bytes, from, to));
    this.map.set(bytes, from, to, value);
    return value;
  }
}
