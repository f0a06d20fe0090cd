import { evidenceSchema } from '../../app/evidence.ts';

/** What a person typed or pasted, as evidence keeps it: without spaces around it, `https://` before a bare host. */
export function webAddressFrom(typed: string): string {
  const text = typed.trim();
  return /^[^\s:/@]+\.[^\s:/@]{2,}(?:[/?#:]\S*)?$/u.test(text) ? `https://${text}` : text;
}

/** Whether it may be kept: http or https, or nothing yet. */
export function isWebAddress(address: string): boolean {
  return evidenceSchema.shape.url.safeParse(address).success;
}

/** The host of an address, for a short mention; the address itself where it has none. */
export function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#\s]+)/iu.exec(address)?.[1] ?? address;
}
