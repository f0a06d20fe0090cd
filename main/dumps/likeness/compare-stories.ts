import type { ComparedStory } from '../../../app/likeness/compared-story.ts';
import { comparedText } from '../../../app/likeness/compared-text.ts';
import { contrastOf } from '../../../app/likeness/contrast.ts';
import type { Dump } from '../dump.ts';

/** Compares stories of a dump with one of them, word for word; the earliest first, those without a date last. */
export async function compareStories(
  dump: Dump,
  ordinal: number,
  others: Iterable<number>,
): Promise<ComparedStory[]> {
  const text = comparedText(await dump.read(ordinal));
  const compared: ComparedStory[] = [];
  for (const other of others) {
    const story = await dump.read(other);
    const { id, source, publishedAt, precision, lang, lead } = story;
    const contrast = contrastOf(text, comparedText(story));
    compared.push({ id, ordinal: other, source, publishedAt, precision, lang, lead, ...contrast });
  }
  const dateOf = ({ publishedAt }: ComparedStory) => publishedAt ?? '\uffff';
  return compared.sort(
    (a, b) => Number(dateOf(a) > dateOf(b)) - Number(dateOf(a) < dateOf(b)) || a.ordinal - b.ordinal,
  );
}
