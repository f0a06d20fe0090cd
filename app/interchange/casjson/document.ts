import type { SetStory } from '../annotation-set.ts';
import { documentOf, languageOf, SOFA_ID } from '../cas/document.ts';
import { DOCUMENT, OWN_TYPES } from '../cas/layers.ts';
import { INITIAL_VIEW, type Structure } from '../cas/model.ts';
import type { Wording } from '../cas/structures.ts';

/**
 * A CAS as JSON, in the order that its specification asks for: types, feature structures (the text before what is on it),
 * views. There is no `%HEADER`: offsets count UTF-16 units where none is, and the reader of UIMA refuses keys in one
 * that it does not know.
 * @throws UratoriError `export-quote-mismatch`
 */
export function* documentText(
  story: SetStory,
  text: string,
  wording: Omit<Wording, 'firstId'>,
): Generator<string> {
  const structures = documentOf(story, text, wording);
  yield `{\n"%TYPES": ${JSON.stringify(typesOf(), null, 1)},\n"%FEATURE_STRUCTURES": [\n`;
  yield JSON.stringify({
    ...{ '%ID': SOFA_ID, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: INITIAL_VIEW },
    ...{ mimeType: 'text', sofaString: text },
  });
  for (const structure of structures) yield `,\n${JSON.stringify(objectOf(structure, languageOf(story)))}`;
  const view = { '%SOFA': SOFA_ID, '%MEMBERS': structures.map(({ id }) => id) };
  yield `\n],\n"%VIEWS": ${JSON.stringify({ [INITIAL_VIEW]: view })}\n}\n`;
}

function objectOf({ id, type, place, values, refs }: Structure, language: string) {
  return {
    ...{ '%ID': id, '%TYPE': type, '@sofa': SOFA_ID, ...place },
    ...(type === DOCUMENT ? { language } : {}),
    ...Object.fromEntries(values),
    ...Object.fromEntries([...refs].map(([name, ref]) => [`@${name}`, ref])),
  };
}

function typesOf() {
  const described = [...OWN_TYPES.values()].map(({ name, supertype, description, features }) => [
    name,
    {
      ...{ '%NAME': name, '%SUPER_TYPE': supertype },
      ...(description === '' ? {} : { '%DESCRIPTION': description }),
      ...Object.fromEntries(
        features.map((feature) => [feature.name, { '%NAME': feature.name, '%RANGE': feature.range }]),
      ),
    },
  ]);
  return Object.fromEntries(described);
}
