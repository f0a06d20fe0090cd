import { xmlText } from '../../glossary/xml.ts';
import { OWN_TYPES } from './layers.ts';
import type { TypeDescription, TypeSystem } from './model.ts';
import { readXml } from './xml.ts';

/** What defines the layers: INCEpTION takes it among the layers of a project, before documents that use them. */
export const TYPE_SYSTEM = 'TypeSystem.xml';

/** A type system descriptor (https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xml.component_descriptor.type_system). */
export function* typeSystemText(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<types>\n';
  for (const { name, description, supertype, features } of OWN_TYPES.values()) {
    yield `<typeDescription>\n<name>${xmlText(name)}</name>\n<description>${xmlText(description)}</description>\n`;
    yield `<supertypeName>${xmlText(supertype)}</supertypeName>\n`;
    if (features.length > 0)
      yield `<features>\n${features
        .map(
          (feature) =>
            `<featureDescription><name>${xmlText(feature.name)}</name><description/><rangeTypeName>${xmlText(feature.range)}</rangeTypeName></featureDescription>\n`,
        )
        .join('')}</features>\n`;
    yield '</typeDescription>\n';
  }
  yield '</types>\n</typeSystemDescription>\n';
}

/** @throws UratoriError `interchange-unreadable` */
export function typeSystemIn(file: string, xml: string): TypeSystem {
  const types = new Map<string, TypeDescription>();
  let type: { name: string; supertype: string; features: { name: string; range: string }[] } | null = null;
  let feature: { name: string; range: string } | null = null;
  let words = '';
  readXml(file, xml, {
    open(name) {
      words = '';
      if (name === 'typeDescription') type = { name: '', supertype: '', features: [] };
      if (name === 'featureDescription') feature = { name: '', range: '' };
    },
    text(text) {
      words += text;
    },
    close(name) {
      const said = words.trim();
      words = '';
      if (name === 'featureDescription' && feature) {
        type?.features.push(feature);
        feature = null;
      } else if (name === 'typeDescription' && type) {
        types.set(type.name, { ...type, description: '' });
        type = null;
      } else if (name === 'name') {
        const named = feature ?? type;
        if (named) named.name = said;
      } else if (name === 'supertypeName' && type) type.supertype = said;
      else if (name === 'rangeTypeName' && feature) feature.range = said;
    },
  });
  return types;
}
