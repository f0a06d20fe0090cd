import type { Fact } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { address, joinedBy, literal, paragraph, words } from '../model/pieces.ts';
import type { ReportStory } from '../report.ts';
import { sourceName } from './sources.ts';

/** Where a claim comes from: source, date, first line and address of its story. */
export function storySource({ voice }: Draft, { ref, story }: ReportStory): Fact {
  const link = story?.link ?? story?.links[0] ?? null;
  return {
    name: voice.say('source'),
    blocks: [
      paragraph(
        'plain',
        ...joinedBy(' · ', [
          sourceName(ref.source, voice),
          ref.publishedAt === null ? [] : [voice.time(ref.publishedAt)],
        ]),
      ),
      paragraph(
        'quiet',
        words(ref.lead, { lang: ref.lang }),
        ...(link === null ? [] : [literal(' '), address(link)]),
      ),
    ],
  };
}
