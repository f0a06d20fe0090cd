import { align } from '../../../app/translation/align.ts';
import type { Versions } from '../../../app/translation/versions.ts';
import { Random } from '../random.ts';
import { LABELLED } from './labels.ts';
import { versionsIn } from './texts.ts';

/**
 * How well sentences are paired with those that translate them (`npm run bench:align`): precision and recall of links
 * between sentences, as they stand and with sentences taken out at random on both sides, which makes the right answer
 * known and the task harder. The aligner's few weights were set while these texts were in sight, so the second
 * figure says more than the first.
 */
const ROUNDS = 20;
const DROPPED = { original: 0.05, translation: 0.1 };

interface Score {
  right: number;
  found: number;
  wanted: number;
}

/** Links as `i j`, by the sentences' places. */
function labelledLinks(pairs: string): { links: Set<string>; original: number; translation: number } {
  const links = new Set<string>();
  let [i, j] = [0, 0];
  for (const move of pairs.split(' ')) {
    const [a, b] = [Number(move[0]), Number(move[1])];
    for (let k = i; k < i + a; k += 1) for (let l = j; l < j + b; l += 1) links.add(`${k} ${l}`);
    i += a;
    j += b;
  }
  return { links, original: i, translation: j };
}

function scoreOf(
  versions: Versions,
  kept: { original: number[]; translation: number[] },
  wanted: Set<string>,
) {
  const given = {
    text: versions.text,
    original: kept.original.flatMap((at) => versions.original[at] ?? []),
    translation: kept.translation.flatMap((at) => versions.translation[at] ?? []),
  };
  const score: Score = { right: 0, found: 0, wanted: 0 };
  for (const pair of align(given)) {
    for (const one of pair.original) {
      for (const other of pair.translation) {
        const i = kept.original[given.original.indexOf(one)];
        const j = kept.translation[given.translation.indexOf(other)];
        score.found += 1;
        if (wanted.has(`${i} ${j}`)) score.right += 1;
      }
    }
  }
  const left = new Set(kept.original);
  const right = new Set(kept.translation);
  for (const link of wanted) {
    const [i, j] = link.split(' ').map(Number) as [number, number];
    if (left.has(i) && right.has(j)) score.wanted += 1;
  }
  return score;
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const told = ({ right, found, wanted }: Score) =>
  `precision ${percent(right, found)} (${right}/${found}), recall ${percent(right, wanted)} (${right}/${wanted})`;
const sum = (scores: readonly Score[]): Score =>
  scores.reduce(
    (a, b) => ({ right: a.right + b.right, found: a.found + b.found, wanted: a.wanted + b.wanted }),
    {
      right: 0,
      found: 0,
      wanted: 0,
    },
  );

const whole: Score[] = [];
const thinned: Score[] = [];
for (const labelled of LABELLED) {
  const versions = await versionsIn(labelled);
  if (!versions) {
    console.log(`${labelled.file}: not there, not measured`);
    continue;
  }
  const { links, original, translation } = labelledLinks(labelled.pairs);
  if (original !== versions.original.length || translation !== versions.translation.length) {
    console.log(
      `${labelled.file}: labelled for ${original} and ${translation} sentences, now it has ${versions.original.length} and ${versions.translation.length}`,
    );
    process.exitCode = 1;
    continue;
  }
  const all = { original: [...versions.original.keys()], translation: [...versions.translation.keys()] };
  const started = performance.now();
  const score = scoreOf(versions, all, links);
  const ms = performance.now() - started;
  whole.push(score);
  const random = new Random(4);
  const rounds = Array.from({ length: ROUNDS }, () =>
    scoreOf(
      versions,
      {
        original: all.original.filter(() => random.next() >= DROPPED.original),
        translation: all.translation.filter(() => random.next() >= DROPPED.translation),
      },
      links,
    ),
  );
  thinned.push(...rounds);
  console.log(`${labelled.file}: ${original} and ${translation} sentences, ${ms.toFixed(0)} ms`);
  console.log(`  as it stands     ${told(score)}`);
  console.log(`  sentences out    ${told(sum(rounds))}`);
}
console.log(`all\n  as they stand    ${told(sum(whole))}\n  sentences out    ${told(sum(thinned))}`);
