import { listOf, objectOf, objectsOf, textOf } from '../reading/shape.ts';

/** The words of a text that comes as a string, or as runs that are strings or objects with a type. LF line ends. */
export function textOfRuns(value: unknown): string {
  return listOf(value)
    .map((run) => {
      const words = objectOf(run)?.text ?? run;
      return typeof words === 'string' ? words : '';
    })
    .join('')
    .replace(/\r\n?/gu, '\n');
}

/** Where the links of a text lead. People leave out the scheme, and Telegram makes a link of it all the same. */
export function linksOfRuns(value: unknown): string[] {
  return objectsOf(value).flatMap(({ type, text, href }) => {
    const address = type === 'text_link' ? textOf(href) : type === 'link' ? textOf(text) : null;
    if (address === null) return [];
    const written = address.trim();
    return /^[a-z][a-z0-9+.-]*:\/\//iu.test(written) ? written : `https://${written}`;
  });
}
