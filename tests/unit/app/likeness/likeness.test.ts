import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE, likenessOf } from '../../../../app/likeness/jaccard.ts';
import { Shingles } from '../../../../app/likeness/shingles.ts';
import { BINS_A_WORD, estimate, MOST_BINS, SignatureMaker } from '../../../../app/likeness/signature.ts';

const word = fc.constantFrom(
  ...'湊市 市長 防波堤 の は を 改修 説明 した 3人 5人 harbour council bridge 12 1,200 万円 。 \n report 死者'.split(
    ' ',
  ),
);
const text = fc.array(word, { minLength: 12, maxLength: 80 }).map((words) => words.join(''));
const spaced = fc.array(word, { minLength: 12, maxLength: 80 }).map((words) => words.join(' '));

function signatures(...texts: string[]): Uint32Array {
  const all = new Uint8Array(texts.length * MOST_BINS);
  const maker = new SignatureMaker(MOST_BINS);
  const shingles = new Shingles();
  for (const [index, each] of texts.entries()) {
    shingles.read(each);
    maker.write(shingles.hashes, shingles.count, 1, all, index * MOST_BINS);
  }
  return new Uint32Array(all.buffer);
}
const estimated = (a: string, b: string) => estimate(signatures(a, b), MOST_BINS / BINS_A_WORD, 0, 1);

describe('the likeness of two texts', () => {
  it('is 1 of the same text, and the same both ways', () => {
    fc.assert(
      fc.property(fc.oneof(text, spaced), fc.oneof(text, spaced), (a, b) => {
        expect(likenessOf(a, a)).toBe(1);
        expect(likenessOf(a, b)).toBe(likenessOf(b, a));
        expect(estimated(a, a)).toBe(1);
        expect(estimated(a, b)).toBe(estimated(b, a));
      }),
      { numRuns: 50 },
    );
  });

  it('does not change with case, width, signs, blanks, line breaks, links and media marks', () => {
    const plain =
      '湊市の市長は12日、防波堤の改修に1200万円を使うと説明した。The Harbour Council agreed at once';
    for (const other of [
      '湊市の市長は１２日、防波堤の改修に1,200万円を使うと説明した。the harbour council agreed at once',
      '「湊市の市長は12日」\n\n防波堤の改修に1200万円を 使うと説明した!! THE HARBOUR  COUNCIL agreed, at once. 🚢',
      '湊市の市長は12日、防波堤の改修に1200万円を使うと説明した。https://t.co/aBc1 The Harbour Council agreed at once pic.twitter.com/xyz',
    ])
      expect(likenessOf(plain, other)).toBe(1);
    expect(
      likenessOf(
        'ガスの検針票を港湾局が再発行する方針を固めた',
        'ｶﾞｽの検針票を港湾局が再発行する方針を固めた',
      ),
    ).toBe(1);
  });

  it('stays high where only a figure differs, and is less than 1', () => {
    const said = (dead: number) =>
      `【速報】湊市で起きた土砂崩れで、市の対策本部は13日朝、死者${dead}人、行方不明者が出ていると発表した`;
    expect(likenessOf(said(3), said(5))).toBeGreaterThan(0.7);
    expect(likenessOf(said(3), said(5))).toBeLessThan(1);
    expect(
      likenessOf(
        'the storm killed 1.5 million fish in the bay',
        'the storm killed 15 million fish in the bay',
      ),
    ).toBeLessThan(1);
  });

  it('is low where the words are others, whatever the sentences have in common', () => {
    expect(
      likenessOf(
        '湊市の市長は防波堤の改修について記者会見で説明した。費用は国が負担する。',
        '白瀬町の議会は図書館の移転について特別委員会で協議した。結論は持ち越された。',
      ),
    ).toBeLessThan(0.2);
  });

  it('is estimated by signatures, near enough', () => {
    let worst = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 150, maxLength: 200 }), fc.nat(100), (words, cut) => {
        const a = words.map((each, at) => `${each}${at % 17}`).join('');
        const b = words.map((each, at) => `${each}${at < cut ? at % 17 : at % 13}`).join('');
        worst = Math.max(worst, Math.abs(estimated(a, b) - likenessOf(a, b)));
      }),
      { numRuns: 50, seed: 7 },
    );
    // Four standard errors.
    expect(worst).toBeLessThan(4 * Math.sqrt(0.25 / MOST_BINS));
  });

  it('tells links apart from the words around them', () => {
    const shingles = new Shingles();
    const said = '港の記事https://minato.example/a?b=1は続きＨｔｔｐではない。http://kita.example/x';
    shingles.read(said);
    const found = [];
    for (let at = 0; at < shingles.links.length; at += 2)
      found.push(said.slice(shingles.links[at], shingles.links[at + 1]));
    expect(found).toEqual(['https://minato.example/a?b=1', 'http://kita.example/x']);
  });

  it('has a threshold that a shortened retelling passes', () => {
    const sentences = [
      '湊市の市長は防波堤の改修について説明した。',
      '費用は国が全額を負担するという。',
      '工事は来年の春に始まる見通しだ。',
    ];
    expect(likenessOf(sentences.join(''), sentences.slice(0, 2).join(''))).toBeGreaterThan(ALIKE);
  });
});
