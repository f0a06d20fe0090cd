import { article } from '../reading/article.ts';
import { declaredLanguage } from '../reading/declared-language.ts';
import { type JsonObject, objectsOf, textOf } from '../reading/shape.ts';
import type { KnownOfStory } from '../story-record.ts';
import { choicesOf, type Version } from './content.ts';
import { isShort, referenceOf } from './values.ts';

type Words = Pick<KnownOfStory, 'text' | 'title' | 'lang'> & Required<Pick<KnownOfStory, 'segments'>>;

/** A post's text with its translations behind it; empty where nothing is said. */
export function wordsOf(post: JsonObject, versions: readonly Version[]): Words {
  const [own, ...translations] = versions;
  const words = ownWords(post, own);
  const lang = languageOfVersion(own, words.text);
  const segments = words.segments.map((segment) => ({ ...segment, lang }));
  let { text } = words;
  for (const version of translations) {
    text += '\n\n';
    const start = text.length;
    text += version.text;
    const translated = languageOfVersion(version, version.text);
    segments.push({ kind: 'translation', lang: translated, start, end: text.length });
  }
  return { ...words, text, segments, ...(lang !== null && { lang }) };
}

function ownWords(post: JsonObject, own: Version | undefined): Words {
  const body = [own?.text ?? attachedWords(post), choicesOf(post)].filter(Boolean).join('\n\n');
  const name = textOf(post.name);
  if (name !== null) {
    const { text, title = null, segments = [] } = article(name, body, null);
    return { text, title, segments };
  }
  return { text: body, title: null, segments: [{ kind: 'post', start: 0, end: body.length }] };
}

/** What is there to read of a post without content: an abstract, or what is said about its pictures. */
function attachedWords(post: JsonObject): string {
  const abstract = isShort(post) ? null : textOf(post.summary);
  const files = objectsOf(post.attachment).flatMap(
    (file) => textOf(file.name) ?? referenceOf(file.url) ?? [],
  );
  return (abstract ?? files.join('\n')).trim();
}

function languageOfVersion(version: Version | undefined, text: string): string | null {
  return version?.tag ? declaredLanguage([version.tag], text) : null;
}
