import type { Problem } from '../../problem.ts';
import type { Source } from '../../story.ts';
import type { Entry } from '../format.ts';
import { jsonValues } from '../reading/json-values.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from '../reading/shape.ts';
import { referenceOf } from './values.ts';

/** Whose export it is. */
export interface Owner {
  id: string | null;
  source: Source;
}

/** An actor is small; a larger file is none. In UTF-16 units. */
const ACTOR_LIMIT = 1 << 22;
const HOST = /^https?:\/\/([^/?#]+)/iu;
/** How servers write the addresses of people, and of their posts. */
const PERSON =
  /^https?:\/\/([^/?#]+)\/(?:@|(?:users?|u|profile|accounts)\/)([\p{L}\p{N}_.-]+)(?:@([^/?#]+))?/iu;

/** Who is described in the `actor.json` beside an outbox; null where there is none. */
export async function ownerBeside(entry: Entry): Promise<Owner | Problem | null> {
  const file = await entry.sibling('actor.json');
  if (file === null) return null;
  for await (const item of jsonValues(file.text(), [[]], file.name, ACTOR_LIMIT)) {
    if ('code' in item) return item;
    const actor = objectOf(item.value);
    const source = actor === null ? null : describedSource(actor);
    return source === null ? null : { id: referenceOf(actor), source };
  }
  return null;
}

/**
 * Who published an activity or an object, as far as the dump tells.
 * @param by `actor` or `attributedTo`: an address, an actor, or several of them
 * @param page address of the post, which some servers build with the name that an actor's address lacks
 */
export function sourceOf(by: unknown, page: string | null, owner: Owner | null): Source | null {
  const described = objectsOf(by)
    .map(describedSource)
    .find((source) => source !== null);
  if (described) return described;
  const address = referenceOf(by);
  if (owner !== null && (address === null || address === owner.id)) return owner.source;
  return personOf(address) ?? personOf(page) ?? hostOf(address);
}

/** Who stands in the address of a person or of their post; null where it does not tell. */
export function personOf(address: string | null): Source | null {
  const [, host = '', name = '', elsewhere] = PERSON.exec(address ?? '') ?? [];
  // Numbers name an account to the server only.
  return name === '' || /^\d+$/u.test(name) ? null : { name, handle: `${name}@${elsewhere ?? host}` };
}

function hostOf(address: string | null): Source | null {
  const host = HOST.exec(address ?? '')?.[1];
  return host === undefined ? null : { name: host, handle: null };
}

function describedSource(actor: JsonObject): Source | null {
  const user = textOf(actor.preferredUsername);
  const name = textOf(actor.name) ?? user;
  if (name === null) return null;
  const host = HOST.exec(textOf(actor.id) ?? '')?.[1];
  return { name: name.trim(), handle: user === null || host === undefined ? user : `${user}@${host}` };
}
