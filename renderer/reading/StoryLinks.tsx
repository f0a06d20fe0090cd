import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';

/** Links that are shown at once; an article may have hundreds. */
const SOME = 5;

/** Where the story stands on the web, and what it links to. */
export function StoryLinks({ story }: { story: Story }) {
  const { t } = useTranslator();
  const links = story.links.filter((link) => link !== story.link);
  const [some, more] = [links.slice(0, SOME), links.slice(SOME)];
  return (
    <>
      {story.link ? (
        <p className="own-link">
          <span>{t('story.link')}</span> <ExternalLink url={story.link}>{story.link}</ExternalLink>
        </p>
      ) : null}
      {some.length > 0 ? (
        <ul className="links" aria-label={t('story.links')}>
          {some.map((link) => (
            <li key={link}>
              <ExternalLink url={link}>{link}</ExternalLink>
            </li>
          ))}
        </ul>
      ) : null}
      {more.length > 0 ? (
        <details className="more-links">
          <summary>{t('story.more-links', { more: more.length })}</summary>
          <ul className="links">
            {more.map((link) => (
              <li key={link}>
                <ExternalLink url={link}>{link}</ExternalLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
