import { useId } from 'react';
import type { StoryLinks } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { NumberLink } from './NumberLink.tsx';
import type { LinkRow } from './work-charts.ts';

interface Props {
  rows: readonly LinkRow[];
  /** null while the stories are being read. */
  links: StoryLinks | null;
}

/** What evidence and annotated stories cite most. */
export function LinkTable({ rows, links }: Props) {
  const { t } = useTranslator();
  const id = useId();
  return (
    <section className="overview-panel wide" aria-labelledby={id}>
      <header>
        <h3 id={id}>{t('overview.links')}</h3>
      </header>
      {rows.length === 0 ? (
        <p className="overview-empty">{t(links ? 'overview.no-links' : 'overview.counting')}</p>
      ) : (
        <div className="overview-table">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('overview.link')}</th>
                <th scope="col" className="number">
                  {t('overview.link-evidence')}
                </th>
                <th scope="col" className="number">
                  {t('overview.link-stories')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ url, evidence, stories }) => (
                <tr key={url}>
                  <th scope="row" className="address">
                    <ExternalLink url={url}>{url}</ExternalLink>
                  </th>
                  <td className="number">
                    <NumberLink
                      tally={evidence}
                      of={`${url}, ${t('overview.link-evidence')}`}
                      unit="claims"
                      filter={{ stories: [...evidence.stories] }}
                    />
                  </td>
                  <td className="number">
                    <NumberLink
                      tally={stories}
                      of={`${url}, ${t('overview.link-stories')}`}
                      unit="stories"
                      filter={{ stories: [...stories.stories] }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {links ? (
        <p className="overview-note">
          {t('overview.links-from', { read: links.read, annotated: links.annotated })}
        </p>
      ) : null}
    </section>
  );
}
