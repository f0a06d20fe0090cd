/** SHA-1 (FIPS 180-4) of the UTF-8 form of a well-formed text. For names only: it keeps no secrets. */
export function sha1(text: string): Uint8Array {
  const bytes = utf8(text);
  const blocks = (bytes.length + 8) >> 6;
  const words = new Uint32Array((blocks + 1) * 16);
  for (const [at, byte] of bytes.entries()) add(words, at, byte);
  add(words, bytes.length, 0x80);
  words[words.length - 1] = bytes.length * 8;
  words[words.length - 2] = Math.floor(bytes.length / 0x2000_0000);

  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const schedule = new Uint32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    for (let t = 16; t < 80; t += 1)
      schedule[t] = rotated(
        (schedule[t - 3] as number) ^
          (schedule[t - 8] as number) ^
          (schedule[t - 14] as number) ^
          (schedule[t - 16] as number),
        1,
      );
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let t = 0; t < 80; t += 1) {
      const next = (rotated(a, 5) + mixed(t, b, c, d) + e + constant(t) + (schedule[t] as number)) >>> 0;
      e = d;
      d = c;
      c = rotated(b, 30);
      b = a;
      a = next;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
  }
  return Uint8Array.from({ length: 20 }, (_, at) => (state[at >> 2] as number) >>> (24 - (at & 3) * 8));
}

function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (b & c) | (~b & d);
  if (t < 40 || t >= 60) return b ^ c ^ d;
  return (b & c) | (b & d) | (c & d);
}

function constant(t: number): number {
  if (t < 20) return 0x5a827999;
  if (t < 40) return 0x6ed9eba1;
  return t < 60 ? 0x8f1bbcdc : 0xca62c1d6;
}

function rotated(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function add(words: Uint32Array, at: number, byte: number): void {
  words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - (at & 3) * 8));
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), rest(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), rest(code >> 6), rest(code));
    else bytes.push(0xf0 | (code >> 18), rest(code >> 12), rest(code >> 6), rest(code));
  }
  return bytes;
}

function rest(code: number): number {
  return 0x80 | (code & 0x3f);
}
