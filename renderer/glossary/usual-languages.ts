import type { UsualLanguages } from '../../app/glossary/table.ts';
import type { Project } from '../../app/project.ts';

/** The languages of a new entry, and of a file that does not tell: those that most entries have, or English to Japanese. */
export function usualLanguages({ glossary }: Project): UsualLanguages {
  const uses = new Map<string, number>();
  for (const { sourceLang, targetLang } of glossary.values()) {
    const pair = `${sourceLang} ${targetLang}`;
    uses.set(pair, (uses.get(pair) ?? 0) + 1);
  }
  const [most = 'en ja'] = [...uses].sort((a, b) => b[1] - a[1]).map(([pair]) => pair);
  const [source = 'en', target = 'ja'] = most.split(' ');
  return { source, target };
}
