import { hash } from 'node:crypto';

/** Hex SHA-256 of a text's UTF-8 bytes. */
export const sha256OfText = (text: string): string => hash('sha256', text, 'hex');

/** The first eight bytes of a hash in hex, as two numbers. */
export function hashNumbers(hex: string): [number, number] {
  return [Number.parseInt(hex.slice(0, 8), 16) | 0, Number.parseInt(hex.slice(8, 16), 16) | 0];
}
