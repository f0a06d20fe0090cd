import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { AnnotationSet, SetOrigin, SetTag } from '../annotation-set.ts';
import { TAG_SHADES } from '../shades.ts';
import { RELATIONS, type Types } from './standoff.ts';

/** Types have no blanks and no sign that the configuration uses; a number tells apart what looks the same then. */
export function typesOf({ tags, ratings }: AnnotationSet): Types {
  const typed = (start: string, list: readonly { id: string; name: string }[]) =>
    new Map(list.map(({ id, name }, index) => [id, `${start}${index + 1}${ending(name)}`] as const));
  return {
    tags: typed('Tag_', tags),
    ratings: typed(
      'R',
      ratings.map(({ id, label }) => ({ id, name: label.en })),
    ),
  };
}

function ending(name: string): string {
  const word = name.replace(/[^a-z0-9]+/giu, '-').replace(/^-+|-+$/gu, '');
  return word === '' ? '' : `_${word.slice(0, 40)}`;
}

/** `annotation.conf`: what may be annotated (https://brat.nlplab.org/configuration.html). */
export function annotationConf(types: Types): string {
  const tags = [...types.tags.values()];
  return `[entities]
Claim
Original
Translation
${tags.map((type) => `${type}\n`).join('')}
[relations]
${RELATIONS['same-claim']}\tArg1:Claim, Arg2:Claim
${RELATIONS['translated-as']}\tArg1:Original, Arg2:Translation
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
${types.ratings.size > 0 ? `Rating\tArg:Claim, Value:${[...types.ratings.values()].join('|')}\n` : ''}Note\tArg:Original|Translation, Value:${TRANSLATION_NOTE_KINDS.join('|')}
`;
}

/** `visual.conf`: the names of tags and ratings as people know them, and the colours of tags. */
export function visualConf({ tags, ratings }: AnnotationSet, types: Types, { locale }: SetOrigin): string {
  const label = (name: string) => name.replace(/[\s|]+/gu, ' ').trim();
  const shade = ({ colour }: SetTag) =>
    colour ? `bgColor:${TAG_SHADES[colour]}, fgColor:black` : 'fgColor:black';
  return `[labels]
${tags.map((tag) => `${types.tags.get(tag.id)} | ${label(tag.name)}\n`).join('')}${ratings
  .map((rating) => `${types.ratings.get(rating.id)} | ${label(rating.label[locale])}\n`)
  .join('')}
[drawing]
Claim\tbgColor:#ffe08a, fgColor:black
Original\tbgColor:#d5e8f7, fgColor:black
Translation\tbgColor:#d9f2e3, fgColor:black
${tags.map((tag) => `${types.tags.get(tag.id)}\t${shade(tag)}\n`).join('')}`;
}
