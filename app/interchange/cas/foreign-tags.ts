import type { SetTag } from '../annotation-set.ts';
import { DOCUMENT_ANNOTATION, FROM, SAME_CLAIM, SENTENCE, TO, TOKEN, TRANSLATED_AS } from './layers.ts';
import { descends, type Structure, shortName, type TypeSystem } from './model.ts';

/** Packages whose annotations describe the document or the tool, not its words. */
const NOT_OF_WORDS = [
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.',
];

/** Whether a structure of others says something of words, as a tag does. */
export function isOfWords({ type, refs }: Structure, types: TypeSystem): boolean {
  const isRelation = refs.has(FROM) && refs.has(TO);
  return (
    !isRelation &&
    type !== SAME_CLAIM &&
    type !== TRANSLATED_AS &&
    !NOT_OF_WORDS.some((start) => type.startsWith(start)) &&
    ![SENTENCE, TOKEN, DOCUMENT_ANNOTATION].some((structural) => descends(types, type, structural))
  );
}

/** An annotation of others: its layer with the first thing that it says is a tag, the rest is a memo. */
export function foreignTag({ type, values }: Structure): { tag: SetTag; memo: string } {
  const [first, ...others] = [...values].sort(([a], [b]) => rank(a) - rank(b));
  const ending = first ? `: ${first[1]}` : '';
  return {
    tag: {
      ...{ id: `${type}${ending}`, name: `${shortName(type)}${ending}` },
      ...{ parentId: null, colour: null, description: '' },
    },
    memo: others.map(([feature, value]) => `${feature}: ${value}`).join('\n'),
  };
}

/** What a layer calls its label; an id says nothing. */
function rank(feature: string): number {
  return ['value', 'label'].includes(feature) ? 0 : /(?:^id|identifier)$/iu.test(feature) ? 2 : 1;
}
