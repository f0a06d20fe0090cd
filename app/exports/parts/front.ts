import type { ReportLabel } from '../labels.ts';
import type { Block, Fact } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Inline, Label } from '../model/inline.ts';
import { joinedBy, literal, paragraph, said, words } from '../model/pieces.ts';
import type { DumpProvenance } from '../report.ts';

/** Title, logo, author and introduction. `counts` is what the template has to count, in its order. */
export function masthead({ report, voice, summary }: Draft, counts: readonly CountName[]): Block {
  const { options, provenance } = report;
  const people: Inline[] =
    summary.people.length === 0
      ? [said(voice.say('nobody'))]
      : joinedBy(
          ', ',
          summary.people.map((name) => [words(name)]),
        );
  const named = (label: Label, value: Inline[]) => [said(label), literal(': '), ...value];
  const lines = [
    joinedBy(' · ', [
      named(voice.say('exportedAt'), [voice.time(provenance.exportedAt)]),
      named(voice.say('by'), people),
    ]),
    joinedBy(
      ' · ',
      counts.map((name) => [said(voice.say(`count.${name}`, { count: countOf(summary, name) }))]),
    ),
  ];
  return {
    kind: 'masthead',
    kicker: voice.say(KICKERS[options.template]),
    title: report.title,
    author: options.author.trim(),
    authorLabel: voice.say('author'),
    logo: options.logo,
    lines,
    introduction: options.introduction
      .split(/(?:\r\n|\n|\r)[\t ]*(?:\r\n|\n|\r)/u)
      .map((words) => words.trim())
      .filter((words) => words !== ''),
  };
}

const KICKERS = {
  full: 'report',
  claims: 'report.claims',
  translation: 'report.translation',
  'claim-pages': 'report.claims',
  summary: 'report.summary',
} as const satisfies Record<Draft['report']['options']['template'], ReportLabel>;

export type CountName = 'stories' | 'claims' | 'evidence' | 'notes' | 'judgements' | 'tags';

function countOf(summary: Draft['summary'], name: CountName): number {
  return name === 'tags' ? summary.taggings : summary[name];
}

export function* provenance({ report, voice }: Draft): Generator<Block> {
  const { say } = voice;
  yield {
    kind: 'heading',
    level: 2,
    role: 'provenance',
    id: 'provenance',
    number: null,
    line: [said(say('provenance'))],
    bookmark: say('provenance').main,
  };
  for (const dump of report.provenance.dumps) yield { kind: 'facts', facts: dumpFacts(dump, say) };
  const { exportedAt, version } = report.provenance;
  yield {
    kind: 'facts',
    facts: [
      fact(say('exportedAt'), voice.time(exportedAt)),
      fact(say('program'), said(say('program.value', { version }))),
    ],
  };
}

function dumpFacts(dump: DumpProvenance, say: Draft['voice']['say']): Fact[] {
  return [
    fact(say('dump.name'), words(dump.name, { bold: true })),
    fact(
      say('dump.sha256'),
      dump.sha256 === null ? said(say('dump.unknownHash')) : literal(dump.sha256, { code: true }),
    ),
    fact(say('dump.bytes'), said(say('dump.bytes.value', { bytes: dump.bytes }))),
    fact(say('dump.encoding'), words(dump.encoding)),
    fact(say('dump.format'), words(dump.format)),
    fact(
      say('dump.status'),
      dump.status === 'read' ? said(say('dump.read')) : said(say('dump.missing'), { bold: true }),
    ),
  ];
}

export function fact(name: Label, ...line: Inline[]): Fact {
  return { name, blocks: [paragraph('plain', ...line)] };
}
