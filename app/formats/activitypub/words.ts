import type { SegmentKind } from '../../story.ts';
import { article } from '../reading/article.ts';
import { declaredLanguage } from '../reading/declared-language.ts';
import { type JoinedParts, joinParts } from '../reading/join-parts.ts';
import { type JsonObject, objectsOf, textOf } from '../reading/shape.ts';
import type { KnownOfStory } from '../story-record.ts';
import { choicesOf, type Version } from './content.ts';
import { isShort, referenceOf } from './values.ts';

type Words = JoinedParts & Pick<KnownOfStory, 'title' | 'lang'>;

/** A post's text with its translations behind it; empty where nothing is said. */
export function wordsOf(post: JsonObject, versions: readonly Version[]): Words {
  const [own, ...translations] = versions;
  const { kind, text, title } = ownWords(post, own);
  const lang = languageOfVersion(own, text);
  const joined = joinParts([
    { kind, text, lang },
    ...translations.map(
      (version) =>
        ({
          kind: 'translation',
          text: version.text,
          lang: languageOfVersion(version, version.text),
        }) as const,
    ),
  ]);
  return { ...joined, title, ...(lang !== null && { lang }) };
}

function ownWords(
  post: JsonObject,
  own: Version | undefined,
): { kind: SegmentKind; text: string; title: string | null } {
  const body = [own?.text ?? attachedWords(post), choicesOf(post)].filter(Boolean).join('\n\n');
  const name = textOf(post.name);
  if (name === null) return { kind: 'post', text: body, title: null };
  const { text, title = null } = article(name, body, null);
  return { kind: 'article', text, title };
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
