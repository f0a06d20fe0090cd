import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import type { GlossaryEntry } from '../../../../app/glossary/entry.ts';
import { GLOSSARY_FORMATS } from '../../../../app/glossary/format-ids.ts';
import { glossaryText, readGlossary } from '../../../../app/glossary/formats.ts';
import { importCommand, planImport } from '../../../../app/glossary/import-plan.ts';
import { emptyProject, type Project } from '../../../../app/project.ts';

const AT = '2025-04-12T09:00:00.000Z';
const USUAL = { source: 'en', target: 'ja' };

/** Words as people and other programs write them, with all that files trip over. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+2',
      "'=x",
      '-5',
      '@home',
      '＝SUM(A1)',
      'a,b',
      'a\tb',
      '"q"',
      'a|b\\c',
      'ヴァーン',
      '<b>&',
      "'",
      'a\r\nb',
    ),
  )
  // XML has no way to write these.
  .map((text) => text.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '').trim())
  .filter((text) => text !== '');
const entry = fc.record({
  source: words,
  sourceLang: fc.constantFrom('en', 'ru', 'en-GB'),
  target: words,
  targetLang: fc.constantFrom('ja', 'ja-JP'),
  variants: fc.uniqueArray(words, { maxLength: 3 }),
  note: fc.oneof(fc.constant(''), words, fc.constant('two\nlines ')),
});
const glossaryOf = (project: Project): GlossaryEntry[] => [...project.glossary.values()];
const contents = (entries: GlossaryEntry[]) =>
  entries.map(({ id: _, ...content }) => JSON.stringify(content)).sort();

async function imported(project: Project, text: string): Promise<Project> {
  const plan = planImport(project.glossary, project.glossaryByKey, await readGlossary(text, USUAL));
  const command = importCommand(plan, () => crypto.randomUUID());
  return command ? apply(project, command).project : project;
}

function projectWith(entries: Omit<GlossaryEntry, 'id'>[]): Project {
  return entries.reduce(
    (project, each, index) => {
      try {
        return apply(project, { type: 'glossary.add', entry: { ...each, id: `e${index}` } }).project;
      } catch {
        return project; // The wording has an entry already.
      }
    },
    emptyProject('p', 'P', AT),
  );
}

describe.each(GLOSSARY_FORMATS)('a glossary as %s', (format) => {
  it('comes back as it went out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        const project = projectWith(entries);
        const text = [...glossaryText(glossaryOf(project), format, 'A & B')].join('');
        const back = await imported(emptyProject('q', 'Q', AT), text);
        expect(contents(glossaryOf(back))).toEqual(contents(glossaryOf(project)));
      }),
      { numRuns: 60 },
    );
  });

  it('imported twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (entries) => {
        const text = [...glossaryText(glossaryOf(projectWith(entries)), format, '')].join('');
        const once = await imported(emptyProject('q', 'Q', AT), text);
        expect(await imported(once, text)).toBe(once);
      }),
      { numRuns: 30 },
    );
  });
});

it('no cell begins like a formula', () => {
  fc.assert(
    fc.property(entry, (content) => {
      const project = projectWith([content]);
      const text = [...glossaryText(glossaryOf(project), 'tsv', '')].join('');
      const cells = text.split('\r\n')[1]?.split('\t') ?? [];
      for (const cell of cells) expect(cell.replace(/^"/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 100 },
  );
});

describe('glossaries of others', () => {
  it('a table without column names, in two columns', async () => {
    const read = await readGlossary('harbor fund\t港湾基金\nVane\tベイン\tthe lawyer\n', USUAL);
    expect(
      read.entries.map(({ entry }) => [entry.source, entry.target, entry.targetLang, entry.note]),
    ).toEqual([
      ['harbor fund', '港湾基金', 'ja', ''],
      ['Vane', 'ベイン', 'ja', 'the lawyer'],
    ]);
  });

  it('columns by name, in any order, in Japanese as well', async () => {
    const read = await readGlossary('備考,訳語,原語,別表記\r\n氏名,ベイン,Vane,ベーン|ヴェイン\r\n', USUAL);
    expect(read.entries[0]?.entry).toMatchObject({
      source: 'Vane',
      target: 'ベイン',
      variants: ['ベーン', 'ヴェイン'],
      note: '氏名',
    });
  });

  it('what lacks a wording is refused, with its line', async () => {
    const read = await readGlossary('source,target\na,ア\n,イ\nc,\n', USUAL);
    expect(read.refused).toEqual([
      { line: 3, words: 'イ', reason: 'no-source' },
      { line: 4, words: 'c', reason: 'no-target' },
    ]);
  });

  it('a wording that stands there twice counts once', async () => {
    const project = emptyProject('p', 'P', AT);
    const read = await readGlossary('source,target\na,ア\na,エー\n', USUAL);
    const plan = planImport(project.glossary, project.glossaryByKey, read);
    expect(plan.added.map(({ target }) => target)).toEqual(['ア']);
    expect(plan.refused).toEqual([{ line: 3, words: 'a', reason: 'twice' }]);
  });

  it('TBX 2 with three languages, terms in groups, and a namespace prefix', async () => {
    const martif = `<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="c1"><descrip type="definition">a fund</descrip>
        <langSet xml:lang="en"><ntig><termGrp><term>harbor fund</term></termGrp></ntig></langSet>
        <langSet xml:lang="ja"><tig><term>港の基金</term></tig><tig><term>港湾基金</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
        <langSet xml:lang="de"><tig><term>Hafenfonds</term></tig></langSet>
      </termEntry></body></text></martif>`;
    const { entries } = await readGlossary(martif, USUAL);
    expect(
      entries.map(({ entry }) => [entry.source, entry.target, entry.targetLang, entry.variants, entry.note]),
    ).toEqual([
      ['harbor fund', '港湾基金', 'ja', ['港の基金'], 'a fund'],
      ['harbor fund', 'Hafenfonds', 'de', [], 'a fund'],
    ]);
    const prefixed = `<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><t:text><t:body><t:conceptEntry id="1"><t:langSec xml:lang="en"><t:termSec><t:term>a</t:term></t:termSec></t:langSec><t:langSec xml:lang="ja"><t:termSec><t:term>ア</t:term></t:termSec></t:langSec></t:conceptEntry></t:body></t:text></t:tbx>`;
    expect((await readGlossary(prefixed, USUAL)).entries).toHaveLength(1);
  });

  it('an import changes what differs, adds what is new, removes nothing, and is one undo', async () => {
    const project = projectWith([
      { source: 'a', sourceLang: 'en', target: 'ア', targetLang: 'ja', variants: [], note: '' },
      { source: 'b', sourceLang: 'en', target: 'ビー', targetLang: 'ja', variants: [], note: '' },
    ]);
    const read = await readGlossary('source,target\na,エー\nc,シー\n', USUAL);
    const plan = planImport(project.glossary, project.glossaryByKey, read);
    expect([plan.added.length, plan.changed.length, plan.same.length]).toEqual([1, 1, 0]);
    const command = importCommand(plan, () => 'new');
    const applied = apply(project, command as NonNullable<typeof command>);
    expect(
      glossaryOf(applied.project)
        .map(({ source, target }) => source + target)
        .sort(),
    ).toEqual(['aエー', 'bビー', 'cシー']);
    expect(contents(glossaryOf(apply(applied.project, applied.inverse).project))).toEqual(
      contents(glossaryOf(project)),
    );
  });
});
