import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, saysElse } from '../../../../app/likeness/contrast.ts';
import { differencesOf } from '../../../../app/likeness/differences.ts';
import { changedFigures } from '../../../../app/likeness/figures.ts';

const joined = (runs: { text: string }[]) => runs.map(({ text }) => text).join('');
const changed = (runs: { text: string; changed: boolean }[]) =>
  runs.filter(({ changed }) => changed).map(({ text }) => text);

describe('the differences of two stories', () => {
  it('join to both texts, and what is not changed is the same', () => {
    const text = fc
      .array(fc.constantFrom(...'湊市の 港 は\n 。 A 12 🚢 防波堤'.split(' ')), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = differencesOf(one, other);
        expect([joined(runs.one), joined(runs.other)]).toEqual([one, other]);
        const same = (list: typeof runs.one) => joined(list.filter(({ changed }) => !changed));
        expect(same(runs.one)).toBe(same(runs.other));
      }),
      { numRuns: 60 },
    );
  });

  it('are words, also in texts too long to compare word by word at once', () => {
    const sentences = Array.from({ length: 300 }, (_, n) => `第${n}号の議案について市長が説明した。`);
    const other = sentences.with(100, '第100号の議案について知事が説明した。').with(250, '');
    const runs = differencesOf(sentences.join(''), other.join(''));
    const [replaced, left] = changed(runs.one);
    expect([replaced, left?.length]).toEqual(['市長', sentences[250]?.length]);
    expect(left).toContain('250号の議案について市長が説明した。');
    expect(changed(runs.other)).toEqual(['知事']);
  });

  it('name figures that stand between the same words', () => {
    expect(changedFigures('土砂崩れで死者3人が出た', '土砂崩れで死者は5人になった')).toEqual([
      { around: '死者…人', one: '3', other: '5' },
    ]);
    expect(
      changedFigures('The storm killed 3 people in 12 towns', 'the storm killed 5 people and more'),
    ).toEqual([{ around: 'killed…people', one: '3', other: '5' }]);
    expect(changedFigures('修復費は200億ドルと発表', '修復費は20億ドルと発表')[0]).toMatchObject({
      one: '200億',
      other: '20億',
    });
  });

  it('are none where figures are only written otherwise, or say something else', () => {
    expect(changedFigures('修復費は1,200万円だ', '修復費は１２００万円だ')).toEqual([]);
    expect(changedFigures('修復費は1200万円だ', '参加者は300人だ')).toEqual([]);
    expect(changedFigures('死者3人、死者5人の事故', '死者5人の事故')).toEqual([
      { around: '死者…人', one: '3', other: '5' },
    ]);
  });

  it('tell when one says no', () => {
    const said =
      '港湾局は27日、港大橋の修復費が当初の見込みの3倍に当たる200億ドルに上ると発表し、国が全額を負担すると説明';
    expect(contrastOf(`${said}した。`, `${said}していない。`)).toMatchObject({ negated: true, figures: [] });
    expect(contrastOf(`${said}した。`, `${said}した。`)).toEqual({
      similarity: 1,
      negated: false,
      figures: [],
    });
    expect(saysElse(contrastOf(`${said}した。`, `${said}した！`))).toBe(false);
    expect(
      saysElse(contrastOf(said, '図書館の移転が決まり、来年の春に新しい建物の設計が始まることになった')),
    ).toBe(true);
  });
});
