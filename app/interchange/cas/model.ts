import type { Span } from '../annotation-set.ts';

/**
 * Texts and annotations as UIMA has them (https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.cas): a
 * common analysis structure (CAS) holds views, each a text with feature structures. WebAnno TSV, XMI and JSON are three
 * ways to write one.
 */
export interface Cas {
  types: TypeSystem;
  views: View[];
}

export interface View {
  /** `_InitialView`, where there is one alone. */
  name: string;
  /** null: it has no text of its own. */
  text: string | null;
  structures: Structure[];
  /** The words at an offset of the file; null where the text has no such place. */
  span(begin: number, end: number): Span | null;
}

/** A feature structure. */
export interface Structure {
  /** Positive, and the only one in its CAS. */
  id: number;
  type: string;
  /** As the file counts; null: it is no annotation of words. */
  place: { begin: number; end: number } | null;
  /** What its features say. Features that are not set are not here. */
  values: ReadonlyMap<string, string>;
  /** The ids of the structures that its features name. */
  refs: ReadonlyMap<string, number>;
}

export interface TypeDescription {
  name: string;
  supertype: string;
  description: string;
  features: readonly { name: string; range: string }[];
}

/** Type descriptions by name. */
export type TypeSystem = ReadonlyMap<string, TypeDescription>;

export const INITIAL_VIEW = '_InitialView';

/** Whether a type is another one or descends from it. */
export function descends(types: TypeSystem, type: string, from: string): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = type; name !== undefined; name = types.get(name)?.supertype) {
    if (name === from) return true;
    if (seen.has(name)) return false;
    seen.add(name);
  }
  return false;
}

/** What a feature of a type may hold; undefined where nothing is known of it. */
export function rangeOf(types: TypeSystem, type: string, feature: string): string | undefined {
  const seen = new Set<string>();
  for (let known = types.get(type); known && !seen.has(known.name); known = types.get(known.supertype)) {
    seen.add(known.name);
    const found = known.features.find(({ name }) => name === feature);
    if (found) return found.range;
  }
  return undefined;
}

/** `a.b.Name` → `Name` */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
