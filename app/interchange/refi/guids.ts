import { sha1 } from './sha1.ts';

const CANONICAL = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What a GUID stands for; the same id of two kinds is two things. */
export type Kind = 'tag' | 'tagging' | 'claim' | 'note' | 'evidence' | 'rating';

/**
 * A GUID that is always the same for the same name, so that a second import finds what the first one brought: a UUID of
 * version 5 (RFC 9562, 5.5).
 */
export function guidOf(...name: readonly string[]): string {
  const hash = sha1(JSON.stringify(['uratori', ...name])).slice(0, 16);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

/** The GUIDs of a file. An id that is one already is its own; the others are kept, to be told when it is read. */
export class Guids {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();
  /** The ids behind GUIDs that are not their own. */
  readonly ids = new Map<string, string>();

  /** @param within what the id is one of, where it is not the project's */
  of(kind: Kind, id: string, within = ''): string {
    const name = JSON.stringify([kind, id, within]);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const isOwn = CANONICAL.test(id) && !this.taken.has(id);
    const guid = isOwn ? id : guidOf(kind, id, within);
    if (!isOwn) this.ids.set(guid, id);
    this.taken.add(guid);
    this.known.set(name, guid);
    return guid;
  }
}

/** As it is written here: other programs use capitals and braces. */
export function normalGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{|\}$/gu, '')
    .toLowerCase();
}
