import type { Anchor } from '../anchor.ts';
import { termPairsOf } from '../glossary/term-pairs.ts';
import { annotationsOf } from '../project.ts';
import { plainText } from '../rich-text.ts';
import type { Story } from '../story.ts';
import type { Range } from '../text/boundaries.ts';
import { currentPairs } from '../translation/current-pairs.ts';
import { versionSegments, versionsOf } from '../translation/versions.ts';
import type { TranslationNote } from '../translation-note.ts';
import { placeOf } from './place.ts';
import { inTurn, type Report, type ReportStory } from './report.ts';
import type { TmxUnit } from './tmx.ts';

/**
 * The translations of a report: a unit for each pair of sentences that has both sides, and one for each note that tells
 * how words should be translated.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* tmxUnits(report: Report): AsyncGenerator<TmxUnit> {
  for await (const story of inTurn(report)) yield* unitsOf(report, story);
}

function* unitsOf({ project }: Report, { key, story }: ReportStory): Generator<TmxUnit> {
  const sides = story && versionSegments(story);
  const lang = {
    original: sides?.original[0]?.lang ?? story?.lang ?? 'und',
    translation: sides?.translation[0]?.lang ?? 'und',
  };
  const unit = (
    id: string,
    kind: TmxUnit['kind'],
    original: string,
    translation: string,
    note = '',
  ): TmxUnit => ({
    id: `${key}#${id}`,
    kind,
    storyKey: key,
    note,
    original: { lang: lang.original, text: original },
    translation: { lang: lang.translation, text: translation },
  });
  const versions = story && versionsOf(story);
  if (story && versions) {
    const { pairs } = currentPairs(
      versions,
      project.alignments.get(key) ?? null,
      termPairsOf(project.glossary.values()),
    );
    for (const [index, pair] of pairs.entries()) {
      const [original, translation] = [wordsOf(story, pair.original), wordsOf(story, pair.translation)];
      if (original !== '' && translation !== '') yield unit(`p${index + 1}`, 'pair', original, translation);
    }
  }
  for (const id of annotationsOf(project, key).notes) {
    const note = project.notes.get(id);
    if (!note?.original) continue;
    const wording = note.suggestion.trim() || quoteOf(note.translation, story);
    if (wording !== '')
      yield unit(`n${note.id}`, 'note', quoteOf(note.original, story), wording, remarkOf(note));
  }
}

function remarkOf({ kind, comment }: TranslationNote): string {
  return [kind, plainText(comment).trim()].filter((part) => part !== '').join(': ');
}

/** The words of an anchor, once its place in the text that is written out was checked. */
function quoteOf(anchor: Anchor | null, story: Story | null): string {
  if (!anchor) return '';
  placeOf(anchor, story);
  return anchor.quote.trim();
}

function wordsOf(story: Story, ranges: readonly Range[]): string {
  return ranges
    .map(({ start, end }) => story.text.slice(start, end).trim())
    .filter((words) => words !== '')
    .join(' ');
}
