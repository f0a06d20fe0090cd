import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../app/search/folding.ts';
import { type FoldingKind, lettersOf, takesSelector } from '../../../../app/search/letters.ts';
import { Unfolding } from '../../../../app/search/unfolding.ts';
import { nastyText } from './support.ts';

const KINDS: FoldingKind[] = ['width', 'usual', 'kana'];
const same = (a: string, b: string, kind: FoldingKind) => fold(a, kind).text === fold(b, kind).text;

/** Every letter that Unicode has, but for most ideographs and syllables, which are their own class. */
const LETTERS = Array.from({ length: 0x30000 }, (_, code) => code)
  .filter((code) => (code < 0x4e10 || code > 0x9ff0) && (code < 0xac10 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => !/[\p{Cn}\p{Co}]/u.test(letter));

describe('folding', () => {
  it.each([
    ['ｱｲｳ', 'アイウ'],
    ['ＡＢＣ１２３', 'ABC123'],
    ['ｶﾞ', 'ガ'],
    ['カﾞ', 'ガ'],
    ['ﾊﾟｰ', 'パー'],
    ['ｳﾞ', 'ヴ'],
    ['あﾞ', 'あ゛'],
    ['　', ' '],
  ])('%s is %s, by width and by what is usual', (a, b) => {
    expect(same(a, b, 'width')).toBe(true);
    expect(same(a, b, 'usual')).toBe(true);
  });

  it.each([
    ['Reuters', 'REUTERS'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['e\u0301', 'É'],
    ['ệ', 'e\u0302\u0323'],
    ['㍿', '株式会社'],
    ['㈱', '(株)'],
    ['⑳', '20'],
    ['…', '...'],
    ['ﬁ', 'FI'],
    ['don’t', "don't"],
    ['〜', '～'],
    ['−5', '-5'],
    ['葛\u{e0100}城', '葛城'],
    ['❤\ufe0f', '❤'],
    ['™\ufe0f', 'TM'],
    ['⼒', '力'],
    ['\u1112\u1161\u11ab', '\ud55c'],
    ['カ゛', 'ガ'],
    ['カ\u3099', 'ガ'],
    ['㌳゛', 'フィード'],
  ])('%s is %s by what is usual, and not by width', (a, b) => {
    expect(same(a, b, 'usual')).toBe(true);
    expect(same(a, b, 'width')).toBe(false);
  });

  it.each([
    ['ひらがな', 'ヒラガナ'],
    ['ｶﾞｯｺｳ', 'がっこう'],
    ['ヴ', 'う゛'],
    ['ヷ', 'わ゛'],
    ['いすゞ', 'イスヾ'],
  ])('%s is %s with kana folded, and not without', (a, b) => {
    expect(same(a, b, 'kana')).toBe(true);
    expect(same(a, b, 'usual')).toBe(false);
  });

  it.each([
    'は',
    'ハンカチ',
    '゛',
    '漢字ー',
    '👨‍👩‍👧🇯🇵',
    'a\u20dd',
    '¨',
    'ㅎㅏㅎㅎ',
    'a\ufe0f',
    'か\u{e0100}',
  ])('%s stays as it is', (text) => {
    for (const kind of ['width', 'usual'] as const) expect(fold(text, kind).text).toBe(text);
  });

  it('is done once and for all, letter by letter', () => {
    for (const letter of LETTERS)
      for (const kind of KINDS) {
        const letters = lettersOf(letter, kind);
        if (letters !== letter && fold(letters, kind).text !== letters) expect.fail(`${letter} (${kind})`);
      }
  });

  it('is done once and for all, and tells where each letter comes from', () => {
    fc.assert(
      fc.property(nastyText(30), fc.constantFrom(...KINDS), (text, kind) => {
        const folded = fold(text, kind);
        expect(fold(folded.text, kind).text).toBe(folded.text);
        expect(folded.origin(folded.text.length)).toBe(text.length);
        for (let at = 1; at <= folded.text.length; at += 1)
          expect(folded.origin(at)).toBeGreaterThanOrEqual(folded.origin(at - 1));
        // What begins at a letter's origin folds to what begins there: nothing is cut in two.
        for (let at = 0; at < folded.text.length; at += 1) {
          if (!folded.begins(at)) continue;
          const rest = fold(text.slice(folded.origin(at)), kind).text;
          expect(rest).toBe(folded.text.slice(at));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('unfolding', () => {
  const unfoldings = { usual: new Unfolding('usual'), kana: new Unfolding('kana') };

  it.each(['usual', 'kana'] as const)('knows every letter that %s folding changes', (kind) => {
    for (const letter of LETTERS) {
      const letters = lettersOf(letter, kind);
      if (letters === letter || letters === '') continue;
      const spellings = unfoldings[kind].spellingsAt(letters, 0);
      const isKnown = spellings.some(({ to, text }) => to === letters.length && text === letter);
      if (!isKnown) expect.fail(`${letter} → ${letters}`);
    }
  });

  it('gives only what folds back', () => {
    fc.assert(
      fc.property(nastyText(4), fc.constantFrom('usual', 'kana'), (text, kind) => {
        const folded = fold(text, kind).text;
        for (let at = 0; at < folded.length; at += String.fromCodePoint(folded.codePointAt(at) ?? 0).length)
          for (const { to, text: spelling } of unfoldings[kind].spellingsAt(folded, at))
            expect(fold(spelling, kind).text).toBe(folded.slice(at, to));
      }),
    );
  });

  it('has a row of spellings for every text', () => {
    fc.assert(
      fc.property(nastyText(12), fc.constantFrom('usual', 'kana'), (text, kind) => {
        const folded = fold(text, kind).text;
        const bare = text.replace(/(.)[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gsu, (pair, letter: string) =>
          takesSelector(letter, lettersOf(letter, kind)) ? letter : pair,
        );
        fc.pre(fold(bare, kind).text === folded);
        const spelled = (at: number, from: number): boolean =>
          at === folded.length
            ? from === bare.length
            : unfoldings[kind]
                .spellingsAt(folded, at)
                .some(
                  ({ to, text: spelling }) =>
                    bare.startsWith(spelling, from) && spelled(to, from + spelling.length),
                );
        expect(spelled(0, 0), JSON.stringify(text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
