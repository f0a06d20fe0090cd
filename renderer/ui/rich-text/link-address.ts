/** The addresses that a link may have, as `app/rich-text.ts` has it: http, https and mailto. */
export function isLinkAddress(address: string): boolean {
  return /^(?:https?:\/\/\S+|mailto:\S+@\S+)$/iu.test(address);
}

/** What a person typed, as an address: a scheme is put before a bare host or mail address. null where it is none. */
export function linkAddressFrom(typed: string): string | null {
  const text = typed.trim();
  if (isLinkAddress(text)) return text;
  if (/^[^\s:/]+@[^\s:/]+\.[^\s:/]+$/u.test(text)) return `mailto:${text}`;
  if (/^[^\s:/@]+\.[^\s:/@]{2,}(?:[/?#:]\S*)?$/u.test(text)) return `https://${text}`;
  return null;
}
