import { z } from 'zod';
import type { XmlElement } from '../../formats/reading/xml-element.ts';
import { xmlText } from '../../glossary/xml.ts';
import type { SetRating } from '../annotation-set.ts';
import { fits, jsonIn } from '../reading.ts';
import { ratingRecord } from '../records.ts';
import { attributeIn, childOf, childrenOf, rawTextOf } from '../xml.ts';
import { element } from './element.ts';
import { guidOf } from './guids.ts';

/** What the standard has no place for. It stands in the description of a set without members, which programs keep. */
export interface OwnData {
  /** The ids behind GUIDs that are not their own. */
  ids: Record<string, string>;
  ratings: SetRating[];
  /** Of tags on whole stories: which of their story's tags they are, from 0. */
  order: Record<string, number>;
}

const GUID = guidOf('set', 'own data');
const NAME = 'uratori.json';

const schema = z.object({
  ids: z.record(z.string(), z.string()).default({}),
  ratings: z.array(ratingRecord).default([]),
  order: z.record(z.string(), z.number()).default({}),
});

/** Empty where there is nothing to be said. */
export function ownDataSets(data: OwnData): string {
  const filled = Object.entries(data).filter(([, value]) => Object.keys(value).length > 0);
  if (filled.length === 0) return '';
  const description = xmlText(JSON.stringify(Object.fromEntries(filled)));
  const set = element('Set', { guid: GUID, name: NAME }, element('Description', {}, description));
  return `${element('Sets', {}, set)}\n`;
}

/** @throws UratoriError `interchange-unreadable` */
export function ownDataIn(file: string, root: XmlElement): OwnData {
  const sets = childOf(root, 'Sets');
  const own = (sets ? childrenOf(sets, 'Set') : []).find((set) => attributeIn(set, 'name') === NAME);
  const text = own && childOf(own, 'Description');
  return text ? jsonIn(`${file}: ${NAME}`, rawTextOf(text), schema) : fits(file, {}, schema);
}
