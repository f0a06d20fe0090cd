import type { ComparedStory } from '../../app/likeness/compared-story.ts';
import { saysElse } from '../../app/likeness/contrast.ts';
import type { Dump } from '../dumps/dump.ts';
import { compareStories } from '../dumps/likeness/compare-stories.ts';
import { countOf, membersOf } from '../dumps/likeness/groups.ts';
import type { Likeness } from '../dumps/likeness/likeness.ts';
import { openDump } from '../dumps/open-dump.ts';
import { type Io, onlyFile, openOptionsOf, parseCommandLine, RULE_OPTIONS, RULE_USAGE } from './arguments.ts';
import { counted } from './counted.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori similar FILE [--json] [--links] [--rule KIND …]

Lists the clusters of near-duplicates in a dump: stories that say mostly the same, each with how like the first it is,
and the figures that it puts differently.

  --links          the stories instead that cite the same link and say something else
  --json           one JSON object: stories, clusters [{members: [{id, ordinal, source, publishedAt, similarity, figures,
                   negated, lead}]}]; with --links: stories, links [{link, members: […]}]
${RULE_USAGE}
`;

/** One cluster, or the stories of one link. */
interface Listed {
  link?: string;
  members: ComparedStory[];
}

/** Ends with 0, also when nothing was found. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      ...RULE_OPTIONS,
      json: { type: 'boolean', default: false },
      links: { type: 'boolean', default: false },
    },
  });
  const dump = await openDump(onlyFile(positionals), openOptionsOf(values));
  try {
    const likeness = await dump.likeness();
    const lists = values.links ? sameLinks(dump, likeness) : clusters(dump, likeness);
    const output = new Output(io.stdout);
    if (values.json) await writeJson(output, values.links ? 'links' : 'clusters', dump.count, lists);
    else await writeText(output, values.links ? 'links' : 'clusters', dump.count, lists);
    await output.flush();
    return 0;
  } finally {
    await dump.close();
  }
}

async function* clusters(dump: Dump, likeness: Likeness): AsyncGenerator<Listed> {
  for (let cluster = 0; cluster < countOf(likeness.clusters); cluster += 1) {
    const [first = 0, ...others] = membersOf(likeness.clusters, cluster);
    yield { members: await compareStories(dump, first, [first, ...others]) };
  }
}

/** The stories that do not say what the first one says. */
async function* sameLinks(dump: Dump, likeness: Likeness): AsyncGenerator<Listed> {
  for (let group = 0; group < countOf(likeness.links); group += 1) {
    const [first = 0, ...others] = membersOf(likeness.links, group);
    const compared = await compareStories(dump, first, [first, ...others]);
    const members = compared.filter((member) => member.ordinal === first || saysElse(member));
    if (members.length < 2) continue;
    const { links } = await dump.read(first);
    const isOfGroup = (link: string) => likeness.groupOf(link) === group;
    yield { link: links.find(isOfGroup) ?? '', members };
  }
}

async function writeJson(
  output: Output,
  name: string,
  stories: number,
  lists: AsyncGenerator<Listed>,
): Promise<void> {
  await output.write(`{"stories":${stories},"${name}":[`);
  let comma = '';
  for await (const { members, ...rest } of lists) {
    const told = members.map(({ id, ordinal, source, publishedAt, similarity, figures, negated, lead }) => ({
      ...{ id, ordinal, source, publishedAt, similarity, figures, negated, lead },
    }));
    await output.write(`${comma}\n${JSON.stringify({ ...rest, members: told })}`);
    comma = ',';
  }
  await output.write(`${comma === '' ? '' : '\n'}]}\n`);
}

async function writeText(
  output: Output,
  name: string,
  stories: number,
  lists: AsyncGenerator<Listed>,
): Promise<void> {
  let count = 0;
  for await (const { link, members } of lists) {
    count += 1;
    await output.write(`${link ?? `${counted(members.length, 'story', 'stories')}`}\n`);
    for (const { ordinal, source, publishedAt, similarity, figures, lead } of members) {
      const changes = figures.map(({ around, one, other }) => `${around}: ${one} / ${other}`).join(', ');
      const by = [publishedAt ?? '', source?.name ?? ''].filter((part) => part !== '').join(' ');
      await output.write(
        `  ${ordinal + 1}. ${Math.round(similarity * 100)}% ${by} ${lead}${changes === '' ? '' : ` (${changes})`}\n`,
      );
    }
  }
  await output.write(
    `${counted(count, name.slice(0, -1), name)} in ${counted(stories, 'story', 'stories')}\n`,
  );
}
