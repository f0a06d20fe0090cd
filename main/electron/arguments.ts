import { resolve } from 'node:path';

/**
 * The files of a command line, absolute. Electron's own arguments come first: its binary, and in development the
 * application's folder. Switches are not files.
 * @param cwd the folder that the line was typed in
 */
export function filesOf(
  argv: readonly string[],
  { cwd, packaged }: { cwd: string; packaged: boolean },
): string[] {
  const own = argv.slice(1).filter((word) => !word.startsWith('-'));
  return (packaged ? own : own.slice(1)).map((word) => resolve(cwd, word));
}
