import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStory } from '../../../../app/translation/checks/check-story.ts';
import { rateFindings } from '../../../../app/translation/checks/rates.ts';
import { currentPairs } from '../../../../app/translation/current-pairs.ts';
import { versionsOf } from '../../../../app/translation/versions.ts';
import { Driver, temporaryFolder } from './kit.ts';

const SAMPLE = resolve('resources/sample/minato-250412.txt');
const REAL = resolve('../shared/dumps/roshia-250208.txt');

/** All findings of a dump: the story's ordinal, what is said, and the line of its text where it begins, 1 for the first. */
async function findingsOf(path: string): Promise<[ordinal: number, what: string, line: number][]> {
  const driver = new Driver(join(await temporaryFolder(), 'data'));
  const { dumpId } = await driver.call('dump.open', { path, rule: null });
  const stories = await driver.whole(dumpId);
  const survey = await driver.call('checks.rates', { dumpId });
  const found: [number, string, number][] = [];
  for (let ordinal = 0; ordinal < stories.stories; ordinal += 1) {
    const story = await driver.read(dumpId, ordinal);
    const versions = versionsOf(story);
    const pairs = versions ? currentPairs(versions, null).pairs : [];
    const options = { glossary: [], off: new Set<never>() };
    for (const finding of [...checkStory(story, pairs, options), ...rateFindings(story, survey)]) {
      const { start } = finding.original ?? finding.translation ?? { start: 0 };
      found.push([ordinal, finding.what, story.text.slice(0, start).split('\n').length]);
    }
  }
  return found;
}

describe('what the checks find', () => {
  it('in the sample: the two mistakes of its translation, and two rates that disagree', async () => {
    expect(await findingsOf(SAMPLE)).toEqual([
      [4, 'rate-differs', 3],
      [5, 'rate-differs', 3],
      [6, 'negation-dropped', 4],
      [6, 'number-times', 5],
    ]);
  });

  /** Each was read by hand: both rates do disagree. Anything more here is a false alarm, or has to be read as well. */
  it.runIf(existsSync(REAL))(
    'in the real dump: the two rates that disagree, and no false alarm',
    async () => {
      expect(await findingsOf(REAL)).toEqual([
        [4, 'rate-differs', 3],
        [5, 'rate-differs', 3],
      ]);
    },
  );
});

it('conversions are compared across all stories of a dump', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'dump.txt');
  const lines = [
    '基金は2億ドル(約300億円)を出した。',
    'The fund paid €2m ($2.2m).',
    '別の基金は12億ドル（約1815億円）を出した。',
  ];
  await writeFile(path, `${lines.join('\n\n')}\n`);
  const driver = new Driver(join(folder, 'data'));
  const { dumpId } = await driver.call('dump.open', { path, rule: { kind: 'blank-lines' } });
  await driver.whole(dumpId);
  const { conversions, outliers, bounded } = await driver.call('checks.rates', { dumpId });
  expect([conversions, bounded]).toEqual([3, false]);
  expect(outliers.map(({ place, other }) => [place.ordinal, other.ordinal])).toEqual([
    [0, 2],
    [2, 0],
  ]);
  // Once more: as it was.
  expect((await driver.call('checks.rates', { dumpId })).conversions).toBe(3);
});
