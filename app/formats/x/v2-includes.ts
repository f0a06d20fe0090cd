import type { Source } from '../../story.ts';
import { type JsonObject, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import { handleOf } from './address.ts';
import { shownText } from './text.ts';

/** What a page of API v2 says beside its posts: they name users, posts, media, places and polls by id. */
export class Includes {
  private readonly users: ReadonlyMap<string, JsonObject>;
  private readonly tweets: ReadonlyMap<string, JsonObject>;
  private readonly media: ReadonlyMap<string, JsonObject>;
  private readonly places: ReadonlyMap<string, JsonObject>;
  private readonly polls: ReadonlyMap<string, JsonObject>;

  /** @param includes undefined for posts that have everything in them (flattened ones) */
  constructor(includes?: unknown) {
    const given = objectOf(includes);
    this.users = byKey(given?.users, 'id');
    this.tweets = byKey(given?.tweets, 'id');
    this.media = byKey(given?.media, 'media_key');
    this.places = byKey(given?.places, 'id');
    this.polls = byKey(given?.polls, 'id');
  }

  user(id: unknown): Source | null {
    return userOf(this.users.get(stringOf(id)));
  }

  isProtected(id: unknown): boolean {
    return this.users.get(stringOf(id))?.protected === true;
  }

  tweet(id: unknown): JsonObject | undefined {
    return this.tweets.get(stringOf(id));
  }

  medium(key: unknown): JsonObject | undefined {
    return this.media.get(stringOf(key));
  }

  place(id: unknown): JsonObject | undefined {
    return this.places.get(stringOf(id));
  }

  poll(id: unknown): JsonObject | undefined {
    return this.polls.get(stringOf(id));
  }
}

/** A user of API v2; null for what is none. */
export function userOf(user: unknown): Source | null {
  const given = objectOf(user);
  const handle = handleOf(stringOf(given?.username));
  const name = shownText(stringOf(given?.name)) || handle;
  return name === null ? null : { name, handle };
}

function byKey(values: unknown, key: string): Map<string, JsonObject> {
  return new Map(objectsOf(values).map((value) => [stringOf(value[key]), value]));
}
