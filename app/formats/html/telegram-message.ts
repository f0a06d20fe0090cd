import type { Element } from 'domhandler';
import type { Relation } from '../../story.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import type { KnownOfStory } from '../story-record.ts';
import { readPostAddress } from './post-address.ts';
import { elementsBelow, hasClass, readElement } from './tree.ts';

const PICTURE = /background-image:\s*url\(\s*['"]?(https?:[^'")\s]+)/iu;

/**
 * A message as Telegram's own frame, or the page of a public channel (`t.me/s/…`), shows it.
 * @returns null for a message without words, such as a service message's
 */
export function readTelegramMessage(message: Element, base: string): KnownOfStory | null {
  const all = [...elementsBelow(message)];
  const ofClass = (name: string) => all.filter((element) => hasClass(element, `tgme_widget_message_${name}`));
  const [quoted] = ofClass('reply');
  const inQuoted = new Set(quoted === undefined ? [] : elementsBelow(quoted));
  const bodies = ofClass('text').filter((element) => !inQuoted.has(element));
  // Outer ones hold inner ones of the same class.
  const [body] = bodies;
  const said = body === undefined ? null : readElement(body);
  const pictures = ofClass('photo_wrap').flatMap(
    ({ attribs }) => PICTURE.exec(attribs.style ?? '')?.[1] ?? [],
  );
  const films = ofClass('video').flatMap(({ attribs }) => attribs.src ?? []);
  const address = readPostAddress(`https://t.me/${message.attribs['data-post']}`);
  const text = said?.text || address?.link || '';
  if (text === '') return null;
  const time = ofClass('date').flatMap((date) =>
    [...elementsBelow(date)].flatMap(({ attribs }) => attribs.datetime ?? []),
  )[0];
  const moment = time === undefined ? null : readTimestamp(time);
  const name = textOf(ofClass('owner_name')[0]);
  const handle = address?.handle ?? null;
  const previews = ofClass('link_preview').map(({ attribs }) => attribs.href ?? '');
  return {
    id: address?.id ?? null,
    source: name || handle ? { name: name || (handle as string), handle } : null,
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: address?.link ?? null,
    links: [...(said?.links ?? []), ...previews].flatMap((link) => absoluteAddress(link, base) ?? []),
    media: [...pictures, ...films],
    relations: [...forwarded(ofClass('forwarded_from_name')[0]), ...answered(quoted)],
    text,
  };
}

function forwarded(origin: Element | undefined): Relation[] {
  if (origin === undefined) return [];
  const address = readPostAddress(origin.attribs.href ?? '');
  const source = { name: textOf(origin), handle: address?.handle ?? null };
  return [{ kind: 'repost', id: address?.id ?? null, link: address?.link ?? null, source }];
}

function answered(quoted: Element | undefined): Relation[] {
  const address = readPostAddress(quoted?.attribs.href ?? '');
  return address === null ? [] : [{ kind: 'reply', id: address.id, link: address.link, source: null }];
}

function textOf(element: Element | undefined): string {
  return element === undefined ? '' : readElement(element).text.replace(/\s+/gu, ' ');
}
