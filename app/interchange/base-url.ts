import { z } from 'zod';

/** Where the pages of claims are published: an address on the web, below which each claim has its page. */
export const baseUrlSchema = z.string().regex(/^https?:\/\/\S+$/iu);

export function isBaseUrl(value: string): boolean {
  return baseUrlSchema.safeParse(value).success;
}
