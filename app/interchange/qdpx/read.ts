import type { XmlElement } from '../../formats/reading/xml-element.ts';
import type { SetEvidence } from '../annotation-set.ts';
import type { Reading } from '../format.ts';
import type { Files } from '../reading.ts';
import { normalGuid } from '../refi/guids.ts';
import type { OwnData } from '../refi/own-data.ts';
import type { CodesRead } from '../refi/read-codes.ts';
import { attributeIn, childOf, childrenOf, rawTextOf } from '../xml.ts';
import { type Variable, variableOf } from './parts.ts';
import { type Places, textOf } from './source-text.ts';

/** A note of a project: words about something. */
export interface NoteRead {
  /** Its place among the notes. */
  index: number;
  description: string;
  text: string;
  references: string[];
  values: Partial<Record<Variable, string>>;
  made: { by: string; at: string };
  element: XmlElement;
}

export interface ProjectRead {
  file: string;
  files: Files;
  /** The program that wrote it. */
  origin: string;
  own: OwnData;
  codes: CodesRead;
  users: Map<string, string>;
  notes: Map<string, NoteRead>;
  /** The texts of stories, by the keys of these. */
  places: Map<string, Places>;
  /** What evidence quotes, whose place has still to be looked up. */
  quoted: { quoted: NonNullable<SetEvidence['story']>; start: number; end: number }[];
  problems: Reading['problems'];
}

export function guidIn(element: XmlElement | null, attribute: string): string {
  return normalGuid((element && attributeIn(element, attribute)) ?? '');
}

export function wordsOf(element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return child ? rawTextOf(child) : '';
}

export function madeIn(element: XmlElement, { users }: ProjectRead): { by: string; at: string } {
  const user = attributeIn(element, 'creatingUser') ?? attributeIn(element, 'modifyingUser') ?? '';
  return {
    by: users.get(normalGuid(user)) ?? '',
    at: attributeIn(element, 'creationDateTime') ?? attributeIn(element, 'modifiedDateTime') ?? '',
  };
}

export function valuesIn(element: XmlElement): Partial<Record<Variable, string>> {
  const values: Partial<Record<Variable, string>> = {};
  for (const value of childrenOf(element, 'VariableValue')) {
    const guid = guidIn(childOf(value, 'VariableRef'), 'targetGUID');
    const name = variableOf(guid);
    if (name) values[name] = wordsOf(value, 'TextValue');
  }
  return values;
}

export function referencesIn(element: XmlElement): string[] {
  return childrenOf(element, 'NoteRef').map((reference) => guidIn(reference, 'targetGUID'));
}

export function noteIn(element: XmlElement, index: number, read: ProjectRead): NoteRead {
  return {
    ...{ index, element, made: madeIn(element, read), references: referencesIn(element) },
    ...{ description: wordsOf(element, 'Description'), values: valuesIn(element) },
    text: textOf(element, read.files) ?? '',
  };
}
