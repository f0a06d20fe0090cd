/**
 * The code unit that the escape at `index` of a JSON string stands for; -1 where it is none.
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-7
 */
export function escapedAt(bytes: Uint8Array, index: number): number {
  switch (bytes[index + 1]) {
    case 0x22:
      return 0x22;
    case 0x2f:
      return 0x2f;
    case 0x5c:
      return 0x5c;
    case 0x62:
      return 0x08;
    case 0x66:
      return 0x0c;
    case 0x6e:
      return 0x0a;
    case 0x72:
      return 0x0d;
    case 0x74:
      return 0x09;
    case 0x75:
      return hexAt(bytes, index + 2);
    default:
      return -1;
  }
}

/** Bytes of the escape at `index`. */
export function escapeLength(bytes: Uint8Array, index: number): 2 | 6 {
  return bytes[index + 1] === 0x75 ? 6 : 2;
}

/** The number of four hexadecimal digits; -1 where there are none. */
function hexAt(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let index = at; index < at + 4; index++) {
    const byte = bytes[index] as number;
    const small = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) code = code * 16 + byte - 0x30;
    else if (small >= 0x61 && small <= 0x66) code = code * 16 + small - 0x57;
    else return -1;
  }
  return code;
}
