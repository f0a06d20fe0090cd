import { xmlText } from '../../glossary/xml.ts';
import { element } from '../refi/element.ts';
import { guidOf } from '../refi/guids.ts';
import { type Variable, variableGuid } from './parts.ts';

export function userGuid(name: string): string {
  return guidOf('user', name);
}

/** Who made something, and when. */
export function madeBy({ by, at }: { by: string; at: string }) {
  return { creatingUser: by === '' ? null : userGuid(by), creationDateTime: at === '' ? null : at };
}

/** Nothing where there is no value. */
export function variableValue(name: Variable, value: string | null): string {
  if (value === null) return '';
  const reference = element('VariableRef', { targetGUID: variableGuid(name) });
  return element('VariableValue', {}, reference, element('TextValue', {}, xmlText(value)));
}

export function memoGuid(taggingId: string): string {
  return guidOf('memo', taggingId);
}

/** The first words, as a name. */
export function snippet(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  const points = Array.from(line);
  return points.length > 80 ? `${points.slice(0, 79).join('')}…` : line;
}
