import type { Source } from '../../story.ts';
import type { Entry } from '../format.ts';
import { jsonValues } from '../reading/json-values.ts';
import { at, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import { handleOf, postOfAddress } from '../x/address.ts';

/** Where an archive names its owner: a list with one account, or its table of contents. */
const PLACES = [
  { file: 'account.js', handle: ['*', 'account', 'username'], name: ['*', 'account', 'accountDisplayName'] },
  { file: 'manifest.js', handle: ['userInfo', 'userName'], name: ['userInfo', 'displayName'] },
];
/** In so many posts there is one with a picture as a rule. */
const POSTS_TO_LOOK_AT = 1000;

/** Whose archive an entry is of; null where nothing in it or beside it says so. */
export async function ownerOf(entry: Entry): Promise<Source | null> {
  for (const { file, handle, name } of PLACES) {
    const other = await entry.sibling(file);
    if (other === null) continue;
    const found = ['', ''];
    for await (const item of jsonValues(other.text(), [handle, name], file)) {
      if ('code' in item) continue;
      found[item.path] ||= stringOf(item.value).trim().toWellFormed();
      if (found.every((value) => value !== '')) break;
    }
    const [userName = '', displayName = ''] = found;
    if (userName !== '' || displayName !== '') {
      return { name: displayName || userName, handle: handleOf(userName) };
    }
  }
  return ownerByPicture(entry);
}

/** A picture's address is that of its post, with the name of the post's author. */
async function ownerByPicture(entry: Entry): Promise<Source | null> {
  for await (const found of jsonValues(entry.text(), [['*']], entry.name)) {
    if ('code' in found) continue;
    if (found.record > POSTS_TO_LOOK_AT) break;
    const tweet = objectOf(at(found.value, 'tweet')) ?? found.value;
    for (const { expanded_url } of objectsOf(at(tweet, 'entities', 'media'))) {
      const post = postOfAddress(stringOf(expanded_url));
      if (post?.handle && post.id === stringOf(at(tweet, 'id_str'))) {
        return { name: post.handle, handle: post.handle };
      }
    }
  }
  return null;
}
