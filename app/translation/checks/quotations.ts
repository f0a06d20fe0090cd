import { narrowed } from '../../text/numbers/width.ts';
import type { Finding } from './finding.ts';
import { inStory, isCut, isJapanese, type PairSides, type Side, whole, wordsAt } from './side.ts';

const QUOTES = /[“”„«»「」『』〝〟＂"]|(?<![\p{L}\p{N}])[‘'](?=\p{L}[^‘’']{2,80}[’'](?!\p{L}))/u;
const ENGLISH_SPEECH =
  /\b(?:said|says|saying|told|tells|according to|claim(?:s|ed|ing)|alleg(?:es|ed|edly|ing)|reportedly|stated|states that|argu(?:es|ed|ing)|insist(?:s|ed|ing)|announc(?:es|ed|ing)|warn(?:s|ed|ing)|accus(?:es|ed|ing)|wrote|believes|asserts|asserted|acknowledged)\b/iu;
/** `Marcus Vane: …`, as interviews and quotations begin. */
const SPEAKER = /^\p{Lu}[\p{L}.'’-]+(?:(?: \p{Lu}[\p{L}.'’-]+){1,3}:\s|:\s*[“"])/u;
const JAPANESE_SPEECH =
  /と(?:述べ|語|話|主張|指摘|明らかにし|発表|説明|強調|警告|報じ|報道|伝え|訴え|批判|非難|回答|答え|応じ|し(?:た|て|ま)|い[うっ]|見ら|みら|みて|され|のこと|書い|言|発言|表明|述懐|呼びかけ|の(?:見方|認識|考え|見解))|によ(?:ると|れば|りますと)|そうだ|らしい|とのこと|(?:氏|さん|大統領|首相|教授|官|長|\p{Script=Katakana}):|:\s?「|主張|発言|表明|示唆|関係者|語っ|述べ(?:た|る|まし)|明らかにし/u;

/** Quotation marks, or who said it, on one side only: somebody's words become a fact, or a fact somebody's words. */
export function checkQuotations({ original, translation }: PairSides): Finding[] {
  if (!original || !translation) return [];
  const cut = isCut(original);
  return [
    ...oneSided(original, translation, quoteMark, 'quotes-lost', 'quotes-added', cut),
    ...oneSided(original, translation, speech, 'attribution-lost', 'attribution-added', cut),
  ];
}

type Find = (side: Side) => { start: number; end: number } | null;

function oneSided(
  original: Side,
  translation: Side,
  find: Find,
  lost: 'quotes-lost' | 'attribution-lost',
  added: 'quotes-added' | 'attribution-added',
  cut: boolean,
): Finding[] {
  const [one, other] = [find(original), find(translation)];
  const common = { check: 'quotations', note: 'nuance', suggestion: '' } as const;
  if (one && !other)
    return [
      {
        ...common,
        what: lost,
        params: { words: wordsAt(original, one) },
        original: inStory(original, one),
        translation: whole(translation),
      },
    ];
  if (other && !one && !cut)
    return [
      {
        ...common,
        what: added,
        params: { words: wordsAt(translation, other) },
        original: whole(original),
        translation: inStory(translation, other),
      },
    ];
  return [];
}

const quoteMark: Find = (side) => placeOf(QUOTES.exec(side.text));
const speech: Find = (side) =>
  (isJapanese(side) ? null : placeOf(SPEAKER.exec(side.text))) ??
  placeOf((isJapanese(side) ? JAPANESE_SPEECH : ENGLISH_SPEECH).exec(narrowed(side.text)));

function placeOf(match: RegExpExecArray | null): { start: number; end: number } | null {
  return match && { start: match.index, end: match.index + match[0].length };
}
