import type { Segment, Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';

/** What stands over a segment: what it is, and its language where that is another one than the story's. */
export function useCaption(story: Story): (segment: Segment) => string {
  const { t, language } = useTranslator();
  return (segment) => {
    // Without a byline nothing is quoted: the story is the text itself.
    const label = t(story.source ? `segment.${segment.kind}` : 'segment.text');
    // A byline has no language worth telling.
    const isWords = segment.kind !== 'byline' && segment.kind !== 'footer';
    const other = isWords && segment.lang !== story.lang && segment.lang !== 'und';
    return other ? `${label} · ${language(segment.lang)}` : label;
  };
}
