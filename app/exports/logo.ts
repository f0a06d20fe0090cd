import { LOGO_TYPES, type Logo } from './options.ts';

/** What the first bytes of a file are, whatever its name says: PNG (https://www.w3.org/TR/png-3/#5PNG-file-signature) and JPEG (ISO/IEC 10918-1, B.1.1.3). */
const SIGNATURES: Readonly<Record<Logo['type'], readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** The kind of picture that bytes are; null where they are none that a report can show. */
export function pictureType(bytes: Uint8Array): Logo['type'] | null {
  return LOGO_TYPES.find((type) => SIGNATURES[type].every((byte, index) => bytes[index] === byte)) ?? null;
}
