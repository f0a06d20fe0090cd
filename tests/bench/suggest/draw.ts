import { sentencesOf } from '../../../app/suggest/sentences.ts';
import { Random } from '../random.ts';
import { type Labelled, writeFiles, writeLabels } from './labels.ts';
import { sha256Of, storiesOf } from './shared.ts';
import { SOURCES } from './sources.ts';

/**
 * Draws the sentences that are labelled, by a seed, before there are rules: `labels.tsv` without labels. A third is
 * held back, whole stories of it, so that rules are not measured by stories that they were written for.
 */
const random = new Random(20250208);
const drawn: Labelled[] = [];
const files = new Map<string, string>();
/** Words beside addresses, handles and hashtags: what has none says nothing. */
const hasWords = (sentence: string) =>
  /\p{L}{2}/u.test(sentence.replace(/(?:https?:\/\/|[@#＠＃])\S+/gu, ''));

for (const { file, ...wanted } of SOURCES) {
  const stories = await storiesOf(file);
  files.set(file, sha256Of(file));
  const seen = new Set<string>();
  const all: Labelled[] = [];
  for (const story of stories) {
    for (const { segment, lang, start, end } of sentencesOf(story)) {
      if (story.segments[segment]?.kind === 'repeat') continue;
      const sentence = story.text.slice(start, end);
      if ((lang !== 'ja' && lang !== 'en') || !hasWords(sentence) || seen.has(sentence)) continue;
      seen.add(sentence);
      all.push({ file, storyId: story.id, start, end, lang, split: 'tuning', worthy: null, kinds: [] });
    }
  }
  for (const lang of ['ja', 'en'] as const) {
    const some = shuffled(all.filter((sentence) => sentence.lang === lang)).slice(0, wanted[lang] ?? 0);
    drawn.push(...all.filter((sentence) => some.includes(sentence)));
  }
}

for (const lang of ['ja', 'en'] as const) {
  const mine = drawn.filter((sentence) => sentence.lang === lang);
  const byStory = Map.groupBy(mine, (sentence) => `${sentence.file}\t${sentence.storyId}`);
  let left = Math.round(mine.length / 3);
  for (const story of shuffled([...byStory.values()])) {
    if (story.length > left) continue;
    left -= story.length;
    for (const sentence of story) sentence.split = 'held-back';
  }
}
writeLabels(drawn);
writeFiles(files);

function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}
