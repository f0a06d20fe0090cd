import type { Source } from '../../story.ts';
import type { Inline } from '../model/inline.ts';
import { said, words } from '../model/pieces.ts';
import type { Voice } from '../model/voice.ts';

/** Who published a story. */
export function sourceName(source: Source | null, { say }: Pick<Voice, 'say'>): Inline[] {
  if (!source) return [said(say('source.none'), { quiet: true })];
  const name = words(source.name);
  return source.handle === null ? [name] : [name, words(` (@${source.handle})`, { quiet: true })];
}
