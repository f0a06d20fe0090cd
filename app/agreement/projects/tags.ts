import type { Tag } from '../../tag.ts';
import { cohensKappa } from '../cohen.ts';
import { confusionOf } from '../confusion.ts';
import { fleissKappa } from '../fleiss.ts';
import { NONE } from '../ratings.ts';
import { pairwiseAgreement, specificAgreement } from '../specific.ts';
import type { Coder } from './coder.ts';
import type { CountedStories } from './counted-stories.ts';
import { coderPairs, row } from './question.ts';
import type { MeasureRow, TagReport } from './report.ts';

/** Codes of a story: the tag is not there, or it is. */
const [ABSENT, PRESENT] = [0, 1];

/**
 * Each tag that somebody used as a question about each story: is it there, on the whole story or on any words of it? A
 * tag counts where it was put, not where one below it was. A story with a use from before copies of one project parted
 * says nothing of that tag.
 */
export function tagReports(
  coders: readonly Coder[],
  stories: CountedStories,
  inherited: ReadonlySet<string>,
): TagReport[] {
  const used = new Map<string, { uses: Set<string>[]; old: Set<string> }>();
  coders.forEach(({ data }, coder) => {
    for (const { id, tagId, storyKey } of data.taggings) {
      if (!stories.counts(storyKey) || !stories.workedOn(coder, storyKey)) continue;
      const tag = used.get(tagId) ?? { uses: coders.map(() => new Set<string>()), old: new Set<string>() };
      used.set(tagId, tag);
      if (inherited.has(id)) tag.old.add(storyKey);
      tag.uses[coder]?.add(storyKey);
    }
  });
  const workers = new Map(
    stories.keys.map((key) => [key, coders.map((_, coder) => stories.workedOn(coder, key))]),
  );
  return [...used]
    .map(([tagId, { uses, old }]) => {
      const keys = stories.keys.filter((key) => !old.has(key));
      const codes = keys.map((key) =>
        (workers.get(key) ?? []).map((worked, coder) =>
          worked ? (uses[coder]?.has(key) ? PRESENT : ABSENT) : NONE,
        ),
      );
      return reportOf(tagId, pathOf(tagId, coders), codes, coders.length);
    })
    .sort((a, b) => compare(a.path.join('\n'), b.path.join('\n')) || compare(a.tagId, b.tagId));
}

function reportOf(tagId: string, path: string[], codes: number[][], coders: number): TagReport {
  const times = (coder: number) => codes.filter((unit) => unit[coder] === PRESENT).length;
  const measures: MeasureRow[] = [
    row('percent', null, codes.length, pairwiseAgreement(codes)),
    row('specific', null, codes.length, specificAgreement(codes, PRESENT)),
  ];
  if (coders > 2) measures.push(row('fleiss', null, codes.length, fleissKappa(codes)));
  let table: TagReport['table'] = null;
  for (const between of coderPairs(coders)) {
    const confusion = confusionOf(['absent', 'present'], codes, ...between);
    measures.push(row('cohen', between, confusion.units, cohensKappa(confusion)));
    const at = (one: number, other: number) => confusion.counts[one]?.[other] ?? 0;
    if (coders === 2)
      table = [at(PRESENT, PRESENT), at(PRESENT, ABSENT), at(ABSENT, PRESENT), at(ABSENT, ABSENT)];
  }
  const given = Array.from({ length: coders }, (_, coder) => times(coder));
  return { tagId, path, stories: codes.length, given, table, measures };
}

/** The names from the top of the codebook of the first coder who has the tag. */
export function pathOf(tagId: string, coders: readonly Coder[]): string[] {
  const owner = coders.find(({ data }) => data.tags.some(({ id }) => id === tagId));
  const tags = new Map<string, Tag>(owner?.data.tags.map((tag) => [tag.id, tag]));
  const path: string[] = [];
  const met = new Set<string>();
  for (let tag = tags.get(tagId); tag && !met.has(tag.id); tag = tags.get(tag.parentId ?? '')) {
    met.add(tag.id);
    path.unshift(tag.name);
  }
  return path;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
