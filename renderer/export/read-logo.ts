import { pictureType } from '../../app/exports/logo.ts';
import { type Logo, MOST_LOGO_BYTES } from '../../app/exports/options.ts';

/** A picture file as a logo; or why it cannot be one. */
export async function readLogo(file: Blob): Promise<Logo | 'too-large' | 'no-picture'> {
  if (file.size > MOST_LOGO_BYTES) return 'too-large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = pictureType(bytes);
  return type ? { type, base64: base64Of(bytes) } : 'no-picture';
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
