import type { Detail } from '../../story.ts';
import type { Moment } from '../../text/dates.ts';
import { absoluteAddress, absoluteAddresses } from '../reading/addresses.ts';
import { article } from '../reading/article.ts';
import { isSameHeadline } from '../reading/headline.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type KnownOfStory, type StoryRecord, storyRecord } from '../story-record.ts';
import { quoteOf } from './embedded-post.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageWalk } from './page-walk.ts';
import { Section } from './section.ts';

/** Makes stories of the sections of one page, which have what the page says of itself in common. */
export class PageSections {
  private readonly facts: PageFacts;
  private readonly first: Section | undefined;
  private readonly moment: Moment | null;
  private readonly details: Detail[];
  /** The page's headline stands over one of its sections. */
  private readonly isTitled: boolean;

  /** @param byline who wrote it, where the page's head does not say; empty where nobody knows */
  constructor(walk: PageWalk, facts: PageFacts, byline: string) {
    const sections = walk.parts.filter((part) => part instanceof Section);
    this.facts = facts;
    this.first = sections[0];
    this.isTitled =
      facts.title === '' || sections.some(({ heading }) => isSameHeadline(heading, facts.title));
    this.moment = facts.moment ?? momentOf(walk);
    const isKnown = byline === '' || facts.details.some(({ kind }) => kind === 'author');
    this.details = isKnown ? facts.details : [{ kind: 'author', value: byline }, ...facts.details];
  }

  /** @param entry the name that its origin gives @returns null for a section without words */
  recordOf(section: Section, entry: string): StoryRecord | null {
    const { facts, first } = this;
    const { text, links, media } = section.result();
    if (text === '') return null;
    const moment = this.moment ?? readTimestamp(section.time);
    return storyRecord({
      ...(section === first && !this.isTitled
        ? article(facts.title, text, null)
        : underHeading(section, text)),
      source: facts.source,
      publishedAt: moment?.iso ?? null,
      precision: moment?.precision ?? 'none',
      link: this.linkOf(section),
      links: absoluteAddresses(links, facts.base),
      media: media.map((picture) => absoluteAddress(picture, facts.base) ?? picture),
      relations: section.embeds.map(quoteOf),
      // What is said of the whole page, such as a rating, is said once.
      details: this.details.filter(({ kind }) => kind === 'author' || section === first),
      origin: { entry, unit: 'line', position: section.line },
    });
  }

  private linkOf(section: Section): string | null {
    const { link } = this.facts;
    const { fragment } = section;
    if (link === null || fragment === '' || section === this.first) return link;
    return `${link.replace(/#.*$/su, '')}#${encodeURIComponent(fragment.toWellFormed())}`;
  }
}

function underHeading({ heading }: Section, text: string): Pick<KnownOfStory, 'text' | 'title' | 'segments'> {
  return { text, title: heading || null, segments: [{ kind: 'article', start: 0, end: text.length }] };
}

/** When a page was published, by the moments that its text gives: one says so, or there is but one. */
function momentOf({ published, times }: PageWalk): Moment | null {
  for (const date of published) {
    const moment = readTimestamp(date);
    if (moment !== null) return moment;
  }
  const [only, ...others] = new Set(times);
  return only === undefined || others.length > 0 ? null : readTimestamp(only);
}
