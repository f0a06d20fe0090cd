/** Where markup may declare its encoding, in bytes. The HTML standard looks at 1024; pages put a lot before it. */
export const DECLARED_WITHIN = 4096;

const XML = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i;
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;

/** The label in the `<?xml encoding?>` or `<meta charset>` of markup; null where there is none. */
export function declaredEncoding(start: Buffer): string | null {
  const text = start.toString('latin1', 0, DECLARED_WITHIN);
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(text)) return null;
  const uncommented = text.replace(/<!--.*?(?:-->|$)/gs, '');
  return (XML.exec(uncommented) ?? META.exec(uncommented))?.[1] ?? null;
}
