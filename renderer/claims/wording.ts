/** Whether two texts are the same but for line breaks and spaces around them. */
export function sameWords(a: string, b: string): boolean {
  return squeezed(a) === squeezed(b);
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
