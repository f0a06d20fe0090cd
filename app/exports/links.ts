/** White space, controls, direction marks, halves of surrogate pairs, and what could end an attribute or a Markdown link. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this keeps out
const UNSAFE = /[\s\u0000-\u001f\u007f-\u009f<>"`\\\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

/** The address if it may become a link: http, https or mailto. Null for everything else, `javascript:` and `data:` above all. */
export function safeLink(address: string): string | null {
  return /^(?:https?:\/\/|mailto:)./iu.test(address) && !UNSAFE.test(address) ? address : null;
}
