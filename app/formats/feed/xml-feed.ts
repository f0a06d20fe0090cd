import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { textOf, textOfChild, type XmlElement } from '../reading/xml-element.ts';
import { declaredEncoding } from '../reading/xml-encoding.ts';
import { xmlItems } from '../reading/xml-items.ts';
import type { StoryRecord } from '../story-record.ts';
import { type Channel, feedStory } from './feed-story.ts';
import { addressOf, itemOf } from './xml-item.ts';

const ITEMS = new Set(['item', 'entry', 'atom:entry']);
const CHANNELS = new Set(['channel', 'Channel', 'feed', 'atom:feed']);
/** What a feed says of itself. */
const OF_CHANNEL = new Set('title atom:title link atom:link author atom:author dc:creator'.split(' '));

/** The stories of an RSS or Atom feed. What the feed says of itself stands before its first item as a rule. */
export async function* xmlFeed(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const channel: Channel = { outlet: '', address: '', author: '' };
  const wants = (name: string, parent: string) =>
    ITEMS.has(name) || (CHANNELS.has(parent) && OF_CHANNEL.has(name));
  for await (const item of xmlItems(entry.text(await declaredEncoding(entry)), wants, entry.name)) {
    if (!('element' in item)) yield item;
    else if (ITEMS.has(item.element.name)) {
      yield feedStory(itemOf(item.element, channel), channel, {
        entry: entry.name,
        unit: 'line',
        position: item.line,
      });
    } else learn(channel, item.element);
  }
}

/** The first of each kind counts: some feeds name others too. */
function learn(channel: Channel, element: XmlElement): void {
  const local = element.name.replace(/^atom:/u, '');
  if (local === 'title') channel.outlet ||= textOf(element).replace(/\s+/gu, ' ');
  else if (local === 'link') channel.address ||= addressOf(element, '');
  else channel.author ||= textOfChild(element, 'name', 'atom:name') || textOf(element);
}
