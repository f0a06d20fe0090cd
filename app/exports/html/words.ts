import type { Source } from '../../story.ts';
import { readableDate } from '../dates.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import { safeLink } from '../links.ts';
import type { Report } from '../report.ts';
import type { Verdict } from '../summary.ts';
import { type Content, html, isolated, type Markup } from './markup.ts';

/** A date of ours or of a byline. */
export function time(iso: string, { locale }: Pick<Report, 'locale'>): Markup {
  const readable = readableDate(iso, locale);
  return readable === iso && !/^\d{4}$/u.test(iso)
    ? isolated(iso)
    : html`<time datetime="${iso}">${readable}</time>`;
}

/** A link where the address is safe, else the words alone. The referrer stays at home. In print the address follows. */
export function link(address: string, words: Content): Markup {
  const href = safeLink(address);
  return href === null
    ? html`${words}`
    : html`<a class="out" href="${href}" rel="noopener noreferrer">${words}</a>`;
}

/** The same where the words are the address. */
export function addressLink(address: string): Markup {
  const href = safeLink(address);
  return href === null
    ? isolated(address)
    : html`<a href="${href}" rel="noopener noreferrer">${isolated(address)}</a>`;
}

export function sourceName(source: Source | null, { translate }: Pick<Report, 'translate'>): Markup {
  if (!source) return html`<span class="quiet">${translate('source.none')}</span>`;
  const handle = source.handle === null ? null : html` <span class="quiet">(@${source.handle})</span>`;
  return html`<bdi>${source.name}${handle}</bdi>`;
}

export function verdictSign(verdict: Verdict): Markup {
  return html`<span class="sign ${verdict}" aria-hidden="true">${VERDICT_SIGNS[verdict]}</span>`;
}

/** The `lang` attribute, where the language is known and well-formed. */
export function langAttribute(lang: string): Markup | null {
  const known = lang !== 'und' && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(lang);
  return known ? html` lang="${lang}"` : null;
}
