import { ANNOTATION, OWN_TYPES } from '../cas/layers.ts';
import { descends, INITIAL_VIEW, rangeOf, type Structure, type TypeSystem, type View } from '../cas/model.ts';
import { namesIn } from '../cas/names.ts';
import { storyOf } from '../cas/read-story.ts';
import { readingOf, sharedWith } from '../cas/reading.ts';
import { typeSystemIn } from '../cas/type-system.ts';
import { readXml } from '../cas/xml.ts';
import type { Reading } from '../format.ts';
import { type Files, filesEnding, unreadable } from '../reading.ts';
import { measured } from '../units.ts';

const PRIMITIVE = /^uima\.cas\.(?:String|Boolean|Byte|Short|Integer|Long|Float|Double)$/u;

/** Some programs call documents `.xml`, as type systems are. UTF-16 units of the file tell which it is. */
const HEAD = 4096;
const ROOT = /<(?:[\w.-]+:)?XMI[\s>]/u;

/**
 * Reads XMI of UIMA. Without a type system beside it nobody can tell a number from a reference, so numbers of types that
 * are not known are passed over.
 */
export function parse(files: Files): Reading {
  const names = namesIn(files);
  const shared = sharedWith(names);
  const types = new Map(OWN_TYPES);
  const isDocument = (file: string) => ROOT.test((files.get(file) as string).slice(0, HEAD));
  const [documents, others] = [[], []] as [string[], string[]];
  for (const file of [...filesEnding(files, '.xmi'), ...filesEnding(files, '.xml')])
    (file.endsWith('.xmi') || isDocument(file) ? documents : others).push(file);
  for (const file of others)
    for (const [name, type] of typeSystemIn(file, files.get(file) as string)) types.set(name, type);
  const stories = documents.flatMap((file) => {
    const views = viewsIn(file, files.get(file) as string, types);
    const document = file.replace(/\.xm[il]$/u, '');
    return views.map((view) => {
      const called = view.name === INITIAL_VIEW ? document : `${document}/${view.name}`;
      return storyOf(view, types, called, file, shared);
    });
  });
  return readingOf(stories, names, shared);
}

/** An element as it stands in the file: all that is known of it are words. */
interface Element {
  type: string;
  attributes: ReadonlyMap<string, string>;
}

/** The views that have a text. */
function viewsIn(file: string, xml: string, types: TypeSystem): View[] {
  const elements = elementsIn(file, xml);
  const sofas = elements.filter(({ type }) => type === 'uima.cas.Sofa');
  return sofas.flatMap(({ attributes }) => {
    const text = attributes.get('sofaString');
    if (text === undefined) return [];
    const id = attributes.get('xmi:id');
    const measure = measured(text, 'utf-16-code-unit', file);
    const structures = elements
      .filter(({ type, attributes: own }) => own.get('sofa') === id && !type.startsWith('uima.cas.'))
      .map((element) => structureOf(element, types));
    return [{ name: attributes.get('sofaID') ?? INITIAL_VIEW, text, structures, span: measure.span }];
  });
}

function structureOf({ type, attributes }: Element, types: TypeSystem): Structure {
  const values = new Map<string, string>();
  const refs = new Map<string, number>();
  for (const [name, value] of attributes) {
    if (['xmi:id', 'sofa', 'begin', 'end'].includes(name)) continue;
    const range = rangeOf(types, type, name);
    if (range === undefined ? !/^[\d ]*$/u.test(value) : PRIMITIVE.test(range)) values.set(name, value);
    else if (/^\d+$/u.test(value)) refs.set(name, Number(value));
  }
  const [begin, end] = [attributes.get('begin'), attributes.get('end')];
  const isAnnotation = (begin !== undefined && end !== undefined) || descends(types, type, ANNOTATION);
  const place = isAnnotation ? { begin: Number(begin), end: Number(end) } : null;
  return { id: Number(attributes.get('xmi:id')), type, place, values, refs };
}

function elementsIn(file: string, xml: string): Element[] {
  const elements: Element[] = [];
  const packages = new Map<string, string>();
  let depth = 0;
  readXml(file, xml, {
    open(name, attributes, where) {
      depth += 1;
      if (depth === 1) {
        if (!/^(?:[\w.-]+:)?XMI$/u.test(name)) unreadable(where, `<${name}>`);
        for (const [key, uri] of Object.entries(attributes))
          if (key.startsWith('xmlns:')) packages.set(key.slice(6), packageOf(uri));
      } else if (depth === 2)
        elements.push({ type: typeOf(name, packages), attributes: new Map(Object.entries(attributes)) });
    },
    close() {
      depth -= 1;
    },
  });
  return elements;
}

/** `http:///a/b.ecore` → `a.b.`; empty for types without a package. */
function packageOf(uri: string): string {
  const name = /^http:\/\/\/(.*)\.ecore$/u.exec(uri)?.[1]?.replaceAll('/', '.') ?? '';
  return name === '' || name === 'uima.noNamespace' ? '' : `${name}.`;
}

function typeOf(name: string, packages: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  return `${packages.get(name.slice(0, Math.max(0, colon))) ?? ''}${name.slice(colon + 1)}`;
}
