import type { Command } from '../../app/commands.ts';
import type { Evidence } from '../../app/evidence.ts';
import type { Project } from '../../app/project.ts';
import { storyKey } from '../../app/story.ts';
import { anchorOf, type Desk, newEvidence, refOf } from '../store/annotating.ts';
import type { TextRange } from '../store/state.ts';
import type { QuotedWords } from './offered.ts';
import { isWebAddress } from './web-address.ts';

/** The selected words of the open story; null where nothing is selected. */
export function quotedWords(desk: Desk, range: TextRange): QuotedWords | null {
  const anchor = anchorOf(desk, range);
  return anchor && { story: refOf(desk.dumpId, desk.story), anchor, link: desk.story.link ?? '' };
}

/** An entry that leads back to the words, and can be read without them. */
export function evidenceOfQuote({ story, anchor, link }: QuotedWords): Evidence {
  return {
    ...newEvidence(),
    title: story.lead,
    url: isWebAddress(link) ? link : '',
    publisher: story.source?.name ?? '',
    publishedAt: story.publishedAt ?? '',
    quote: anchor.quote,
    story: { storyKey: storyKey(story.dumpId, story.storyId), anchor },
  };
}

/** The story comes into the project with the first words that are quoted of it. */
export function quoteCommand(
  project: Project,
  claimId: string,
  quoted: QuotedWords,
  evidence: Evidence,
): Command {
  const { story } = quoted;
  const add: Command = { type: 'evidence.add', claimId, evidence, before: null };
  if (project.stories.has(storyKey(story.dumpId, story.storyId))) return add;
  return { type: 'batch', commands: [{ type: 'story.add', story }, add] };
}
