/**
 * The address if it may become a link: http, https or mailto, with nothing in it that a browser would strip or that
 * could end an attribute or a Markdown link. Null for everything else, `javascript:` and `data:` above all.
 */
export function safeLink(address: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this keeps out
  return /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f\u007f-\u009f<>"`\\]+$/iu.test(address) ? address : null;
}
