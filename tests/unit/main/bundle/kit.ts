import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BundleMode } from '../../../../app/bundle/manifest.ts';
import { type Project, serialise } from '../../../../app/project.ts';
import { type Story, storyKey } from '../../../../app/story.ts';
import { type WrittenBundle, writeBundle } from '../../../../main/bundle/write.ts';
import type { Dump } from '../../../../main/dumps/dump.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { keepAttachment } from '../../../../main/project/attachments.ts';
import { AT, anchorOf, evidenceOf, projectOf, refOf } from '../../app/exports/support.ts';

export const HARBOUR = `The pier 🛟 is closed, says the harbour master 👩‍✈️.
— Harbour Ledger (@harbourledger) February 8, 2025
Nobody has said anything about this sentence of ours.
— Harbour Ledger (@harbourledger) February 9, 2025
灯台は今年中に取り壊される見通しだ。
— みなと新報 (@minato_shimpo) February 10, 2025
The same words twice.
— Harbour Ledger (@harbourledger) February 11, 2025
The same words twice.
— Harbour Ledger (@harbourledger) February 11, 2025
`;
export const TABLE = `id,text,author,date
77,"The ferry is late, ""as ever"".",Ferry Watch,2025-02-12
78,The ferry is on time.,Ferry Watch,2025-02-13
`;
export const VERSION = '9.9.9';

export interface Kit {
  folder: string;
  projectFile: string;
  project: Project;
  dumps: Map<string, Dump>;
  write(
    mode: BundleMode,
    name?: string,
    more?: Partial<Parameters<typeof writeBundle>[0]>,
  ): Promise<WrittenBundle>;
  close(): Promise<void>;
}

/** A project with annotations of every kind on two dumps, of which one is read in place and one through a spool. */
export async function makeKit(): Promise<Kit> {
  const folder = await mkdtemp(join(tmpdir(), 'uratori-bundles-'));
  const home = join(folder, 'somebody');
  await mkdir(home);
  const dumps = new Map<string, Dump>();
  const stories: Record<string, Story[]> = {};
  for (const [id, name, text] of [
    ['harbour', 'harbour.txt', HARBOUR],
    ['table', 'ferry.csv', TABLE],
  ] as const) {
    await writeFile(join(home, name), text);
    const dump = await openDump(join(home, name));
    await dump.ready;
    dumps.set(id, dump);
    stories[id] = [];
    for await (const story of dump.stories()) stories[id].push(story);
  }
  const projectFile = join(home, 'work.uratori');
  const scan = join(home, 'scan.txt');
  await writeFile(scan, 'a page that was scanned');
  const { sha256 } = await keepAttachment(projectFile, scan);
  const project = await projectWith(stories, dumps, sha256);
  await writeFile(projectFile, JSON.stringify(serialise(project, 7)));
  return {
    folder,
    projectFile,
    project,
    dumps,
    write: (mode, name = `${mode}.zip`, more = {}) =>
      writeBundle({
        ...{
          project,
          projectFile,
          dumps,
          mode,
          allowMissing: false,
          target: join(folder, name),
          sequence: 7,
        },
        ...{ report: 'en', version: VERSION, madeAt: AT },
        ...more,
      }),
    async close() {
      for (const dump of dumps.values()) await dump.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function projectWith(
  stories: Record<string, Story[]>,
  dumps: ReadonlyMap<string, Dump>,
  sha256: string,
): Promise<Project> {
  const story = (dumpId: string, ordinal: number) => stories[dumpId]?.[ordinal] as Story;
  const key = (dumpId: string, ordinal: number) => storyKey(dumpId, story(dumpId, ordinal).id);
  const claim = (id: string, dumpId: string, ordinal: number, quote: string) => ({
    ...{ id, storyKey: key(dumpId, ordinal), anchors: [anchorOf(story(dumpId, ordinal), quote)] },
    ...{ wording: '', claimant: '', ratingId: null, verdicts: [], carriedFrom: null, rationale: [] },
    ...{ evidence: [], createdAt: AT, createdBy: 'Ito' },
  });
  const refs = [...dumps].map(async ([id, dump]) => ({
    ...{ id, name: dump.path.split('/').at(-1) as string, path: dump.path, relativePath: null },
    ...{ sha256: await dump.sha256(), bytes: dump.bytes, format: dump.format, encoding: dump.encoding },
    rule: null,
  }));
  const second = anchorOf(story('harbour', 2), '灯台');
  return projectOf({
    title: 'The harbour',
    dumps: await Promise.all(refs),
    stories: Object.entries(stories).flatMap(([id, list]) => list.map((each) => refOf(each, id))),
    claims: [
      {
        ...claim('c1', 'harbour', 0, '🛟 is closed'),
        evidence: [
          evidenceOf({ id: 'e1', file: { name: 'scan.txt', sha256 } }),
          evidenceOf({
            id: 'e2',
            story: { storyKey: key('table', 0), anchor: anchorOf(story('table', 0), 'is late') },
          }),
        ],
      },
      claim('c2', 'harbour', 4, 'words twice'),
    ],
    taggings: [],
    notes: [],
    judgements: [],
    reviews: [{ storyKey: key('harbour', 3), state: 'reviewed', by: 'Ito', at: AT, why: '', past: [] }],
    dismissedSuggestions: [
      { storyKey: key('harbour', 2), sentences: [{ id: 's1', anchor: second, at: AT, by: 'Ito' }] },
    ],
  });
}
