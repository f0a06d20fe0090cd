/** Where the text runs from top to bottom, along the line is down, and to the next line is left. */
const TURNED: Record<string, string> = {
  ArrowDown: 'ArrowRight',
  ArrowUp: 'ArrowLeft',
  ArrowLeft: 'ArrowDown',
  ArrowRight: 'ArrowUp',
};

/** The combination that means the same in lines that run across. */
export function turned(combination: string): string {
  const key = combination.split('+').at(-1) ?? '';
  const across = TURNED[key];
  return across === undefined ? combination : combination.slice(0, -key.length) + across;
}
