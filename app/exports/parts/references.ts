import type { Block, Reference } from '../model/block.ts';
import { type Draft, footnoteId, referenceId } from '../model/draft.ts';
import type { Inline, Line } from '../model/inline.ts';
import { address, again, joinedBy, linked, literal, said, words } from '../model/pieces.ts';
import type { Source } from '../model/references.ts';
import { partHeading } from './headings.ts';

/** What the evidence cited, by number; nothing where it cited nothing. To be asked for when all else is written. */
export function* references(draft: Draft): Generator<Block> {
  if (draft.references.size === 0) return;
  yield partHeading(draft, 'references', 'references', 'references');
  yield {
    kind: 'references',
    references: again(function* () {
      for (const source of draft.references.all()) yield reference(draft, source);
    }),
  };
}

function reference(draft: Draft, source: Source): Reference {
  const { say, time } = draft.voice;
  const { number, publisher, publishedAt, url, archives, files, citedBy, more } = source;
  const about = joinedBy(' · ', [
    publisher === '' ? [] : [words(publisher, { quiet: true })],
    publishedAt === '' ? [] : [time(publishedAt, { quiet: true })],
  ]);
  const facts: Reference['facts'] = [];
  if (url !== '') facts.push({ name: say('reference.address'), line: [address(url)] });
  for (const archive of archives) {
    const captured: Line =
      archive.capturedAt === ''
        ? []
        : [
            said(say('evidence.captured'), { quiet: true }),
            literal(' '),
            time(archive.capturedAt, { quiet: true }),
          ];
    facts.push({
      name: say('evidence.archive'),
      line: joinedBy(' · ', [archive.url === '' ? [] : [address(archive.url)], captured]),
    });
  }
  for (const { name, sha256 } of files)
    facts.push({
      name: say('evidence.file'),
      line: [words(name), literal(' '), literal(`SHA-256 ${sha256}`, { code: true })],
    });
  return {
    number,
    id: referenceId(number),
    backTo: citedBy.map((footnote) => ({ number: footnote, to: footnoteId(footnote) })),
    more: more === 0 ? null : say('reference.more', { count: more }),
    cited: say('reference.cited'),
    line: [
      ...linked(url, [{ ...titleOf(draft, source), bold: true } as Inline]),
      ...(about.length === 0 ? [] : [literal(' '), ...about]),
    ],
    facts,
  };
}

function titleOf({ voice, report }: Draft, { title, url, archives, files, storyKey }: Source): Inline {
  if (title !== '') return words(title);
  const [archive] = archives;
  const known = url || archive?.url || files[0]?.name;
  if (known) return words(known);
  const quoted = storyKey === null ? undefined : report.project.stories.get(storyKey);
  return quoted ? words(quoted.lead) : said(voice.say('evidence.untitled'));
}
