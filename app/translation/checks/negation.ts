import type { Finding } from './finding.ts';
import { inStory, isCut, isJapanese, type PairSides, type Side, whole, wordsAt } from './side.ts';

/** Words that deny nothing though they look like it. */
const ENGLISH_NONE =
  /\bnot (?:only|just|merely|simply|to mention)\b|\bif not\b|\bwhether or not\b|\bwhy not\b|\bcan(?:no|['’])t help\b|\bno (?:doubt|wonder|less than|fewer than|more than|matter)\b|\bNo\.\s?\d+|\b(?:is|are|do|does|did|was|were|has|have|wo|ca)n['’]t (?:it|they|he|she|you|we)\b/giu;
const JAPANESE_NONE =
  /かもしれない|かもしれません|かも知れない|(?:なければ|なくては|ねば|なきゃ)(?:なら|いけ)(?:ない|ず|なかった|ません)|だけ(?:では|で)?な(?:い|く)|のみならず|ばかりで(?:は)?なく|(?:では|じゃ)ない(?:だろう)?か|に(?:違|ちが)いな|間違いな|少なくと|少なくな|まもなく|間もなく|まもない|仕方な|しかたな|ほかな|他な|限りな|問題な|少な|危な|汚な|もったいな|とんでもな|何気な|さりげな|つまらな|相次|ないし(?=[^た])|思わず|必ず|まず|絶えず|相変わらず|とりあえず|わずか|ずつ|はずれ|はず|いずれ|みずから|自らず/gu;
/** What denies in so many words. */
const ENGLISH_STRONG =
  /\b(?:not|never|no(?! one\b)|no one|none|nobody|nothing|nowhere|neither|nor|cannot|without)\b|n['’]t\b/giu;
const JAPANESE_STRONG =
  /な(?:い|かった|く(?:て|、|な)|ければ)|ませ(?:ん|ぬ)|(?<=[わかさたなまらがばいきしちみりえけせてねめれ])ず(?:に|、|、)|(?:し|され|でき)ざる/gu;
/** What may stand for a denial: with such a word nothing is said to be dropped. */
const ENGLISH_WEAK =
  /\b(?:un|in|im|ir|dis|non|anti)[a-z]{3,}|[a-z]{3,}less\b|\b(?:den(?:y|ies|ied)|refus|fail|reject|oppos|lack|absen|zero|few|hardly|scarcely|barely|rarely|seldom|against|stop|end(?:ed|s|ing)?\b|avoid|prevent|ban|halt|ceas|lost|lose|miss|only|yet to|rather|instead|far from|too|free|beyond|out of|unless|forbid|block|suspend|withdr|exclud|drop|cut|before|until|except|but|little|wrong|false)/iu;
const JAPANESE_WEAK =
  /無|不(?=\p{Script=Han})|非(?=\p{Script=Han})|未(?=\p{Script=Han})|拒|否|反対|禁|失|困難|難しい|ゼロ|欠|断|避け|防|止|やめ|終わ|嫌|誤|しか|まい|ぬ[。」]|ざる|ダメ|だめ|外れ|除|以外|程遠|違う|異な|離れ|撤|免|なし|なく|な(?:さ|し)|ずに|ず|せん|へん/u;

/** A denial that one side has and the other has not, nor anything that may stand for it. */
export function checkNegation({ original, translation }: PairSides): Finding[] {
  if (!original || !translation) return [];
  const finding = (rest: Pick<Finding, 'what' | 'params' | 'original' | 'translation'>): Finding => ({
    ...rest,
    check: 'negation',
    note: 'mistranslation',
    suggestion: '',
  });
  const dropped = strong(original);
  const added = strong(translation);
  if (dropped && !added && !isWeak(translation)) {
    return [
      finding({
        what: 'negation-dropped',
        params: { words: wordsAt(original, dropped) },
        original: inStory(original, dropped),
        translation: whole(translation),
      }),
    ];
  }
  if (added && !dropped && !isWeak(original) && !isCut(original)) {
    return [
      finding({
        what: 'negation-added',
        params: { words: wordsAt(translation, added) },
        original: whole(original),
        translation: inStory(translation, added),
      }),
    ];
  }
  return [];
}

function strong(side: Side): { start: number; end: number } | null {
  const match = (isJapanese(side) ? JAPANESE_STRONG : ENGLISH_STRONG)
    [Symbol.matchAll](plain(side))
    .next().value;
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

function isWeak(side: Side): boolean {
  return (isJapanese(side) ? JAPANESE_WEAK : ENGLISH_WEAK).test(plain(side));
}

/** Without what looks like a denial and is none; as long as before. */
function plain(side: Side): string {
  const none = isJapanese(side) ? JAPANESE_NONE : ENGLISH_NONE;
  return side.text.replace(none, (words) => ' '.repeat(words.length));
}
