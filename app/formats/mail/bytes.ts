/** Bytes as text, a character each: enough for what mail is made of. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  // A call takes only so many arguments, and spreading them is eight times slower than this.
  for (let at = from; at < to; at += 4096) {
    const piece: string = Reflect.apply(
      String.fromCharCode,
      null,
      bytes.subarray(at, Math.min(to, at + 4096)),
    );
    text += piece;
  }
  return text;
}

/** Bytes of such a text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
