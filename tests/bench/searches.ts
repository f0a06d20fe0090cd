import { parseQuery } from '../../app/search/parse-query.ts';
import { USUAL_MATCHING } from '../../app/search/query.ts';
import type { Dump } from '../../main/dumps/dump.ts';
import { median, ms, ratio, run } from './measure.ts';

/** A search, and the ripgrep that is nearest to it. */
interface Row {
  what: string;
  query: string;
  kana?: boolean;
  rg: string[];
}

const ROWS: Row[] = [
  { what: 'in this case and width', query: '="風力発電所の予算案"', rg: ['-F', '風力発電所の予算案'] },
  { what: 'case and width folded', query: '風力発電所の予算案', rg: ['-i', '-F', '風力発電所の予算案'] },
  { what: 'kana folded', query: '風力発電所の予算案', kana: true, rg: ['-i', '-F', '風力発電所の予算案'] },
  { what: 'Latin letters', query: '"harbour council"', rg: ['-i', '-F', 'harbour council'] },
  { what: 'two letters', query: '予算', rg: ['-i', '-F', '予算'] },
  { what: 'two words', query: '風力発電所 遠見岬', rg: ['-i', '風力発電所.*遠見岬'] },
  { what: 'with NOT and a date', query: '風力発電所 -遠見岬 date:2020..', rg: ['-i', '-F', '風力発電所'] },
  { what: 'expression with a literal', query: '/風力発電所の.{2}案/', rg: ['-i', '風力発電所の.{2}案'] },
  { what: 'expression without one', query: '/[0-9]{4}.[0-9]{4}.円/', rg: ['-i', '[0-9]{4}.[0-9]{4}.円'] },
];

/** Prints what searches of all kinds take, each beside ripgrep over the same file. */
export async function measureSearches(
  dump: Dump,
  path: string,
  runs: number,
  hasRipgrep: boolean,
): Promise<void> {
  console.log('\nsearching: all hits counted; the first 50; ripgrep');
  for (const { what, query, kana = false, rg } of ROWS) {
    const search = { query: parseQuery(query), matching: { ...USUAL_MATCHING, kana } };
    const times = { all: [] as number[], first: [] as number[], rg: [] as number[] };
    let found = { hits: 0, stories: 0 };
    for (let turn = 0; turn < runs; turn += 1) {
      let start = performance.now();
      found = await dump.search(search);
      times.all.push(performance.now() - start);
      start = performance.now();
      await dump.search(search, { limit: 50 });
      times.first.push(performance.now() - start);
      if (hasRipgrep) times.rg.push(run('rg', ['-c', ...rg, path]));
    }
    const all = median(times.all);
    const beside = hasRipgrep ? ` = ${ratio(all, times.rg)} × rg (${ms(median(times.rg))})` : '';
    const counts = `${found.hits.toLocaleString('en')} hits in ${found.stories.toLocaleString('en')} stories`;
    console.log(
      `${what.padEnd(28)}${`${ms(all)}${beside}`.padEnd(32)}first ${ms(median(times.first)).padEnd(9)}${counts}`,
    );
  }
}
