import { LOGO_TYPES, MOST_LOGO_BYTES, type ReportOptions } from '../../app/exports/options.ts';

type Logo = NonNullable<ReportOptions['logo']>;

/** By what the bytes are, whatever the name of the file says. */
const SIGNATURES: Readonly<Record<Logo['type'], readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** A picture file as a logo; or why it cannot be one. */
export async function readLogo(file: Blob): Promise<Logo | 'too-large' | 'no-picture'> {
  if (file.size > MOST_LOGO_BYTES) return 'too-large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = LOGO_TYPES.find((candidate) =>
    SIGNATURES[candidate].every((byte, index) => bytes[index] === byte),
  );
  return type ? { type, base64: base64Of(bytes) } : 'no-picture';
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
