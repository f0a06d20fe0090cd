import { REVIEW_STATES } from '../review.ts';
import { SEGMENT_KINDS } from '../story.ts';
import { fold } from './folding.ts';
import { HOLDINGS } from './query.ts';

/** The fields of the language by their name in it; `in` says where to look, the others ask something of a story. */
export const FIELD_NAMES = [
  'source',
  'lang',
  'date',
  'link',
  'kind',
  'has',
  'tag',
  'verdict',
  'state',
  'in',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

const OTHER_NAMES: Record<FieldName, readonly string[]> = {
  source: ['情報源', '媒体', '発信元'],
  lang: ['language', '言語'],
  date: ['日付', '日'],
  link: ['url', 'リンク'],
  kind: ['種類', '区分'],
  has: ['あり'],
  tag: ['タグ'],
  verdict: ['rating', '判定'],
  state: ['review', '状態'],
  in: ['対象', '範囲'],
};

/** Fields that ask for one of a few words, with their Japanese names. */
const WORDS = {
  kind: {
    post: ['投稿'],
    byline: ['署名'],
    article: ['記事', '引用記事'],
    translation: ['翻訳'],
    repeat: ['全文', '投稿の全文'],
    footer: ['ラベル'],
  },
  has: {
    claim: ['主張'],
    verdict: ['判定'],
    evidence: ['根拠'],
    tag: ['タグ'],
    note: ['訳注'],
    review: ['レビュー'],
    link: ['リンク'],
    media: ['メディア', '画像'],
    hashtag: ['ハッシュタグ'],
    translation: ['翻訳'],
    reply: ['返信'],
    repost: ['リポスト', '再投稿'],
    quote: ['引用'],
    edit: ['編集'],
    thread: ['スレッド'],
    warning: ['注意書き'],
    source: ['情報源', '媒体'],
    date: ['日付'],
    similar: ['類似', '類似記事'],
    contrast: ['食い違い'],
  },
  state: {
    unread: ['未読'],
    'in-progress': ['作業中'],
    reviewed: ['レビュー済み'],
    'signed-off': ['承認済み'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export const WORDS_OF = { kind: SEGMENT_KINDS, has: HOLDINGS, state: REVIEW_STATES } as const;
export const SCOPE_WORDS = { text: ['本文'], annotations: ['注釈'] } as const;
type WordField = keyof typeof WORDS_OF;

const same = (a: string, b: string) => fold(a, 'usual').text === fold(b, 'usual').text;

/** The field that a name stands for, whatever its case and width; null for a word that is none. */
export function fieldOf(name: string): FieldName | null {
  return (
    FIELD_NAMES.find((field) => [field, ...OTHER_NAMES[field]].some((known) => same(known, name))) ?? null
  );
}

/** The word of a field's few that a value stands for. */
export function wordOf<F extends WordField>(field: F, value: string): (typeof WORDS_OF)[F][number] | null {
  const names: Readonly<Record<string, readonly string[]>> = WORDS[field];
  const words: readonly (typeof WORDS_OF)[F][number][] = WORDS_OF[field];
  return words.find((word) => [word, ...(names[word] ?? [])].some((known) => same(known, value))) ?? null;
}

export function scopeWordOf(value: string): 'text' | 'annotations' | null {
  for (const word of ['text', 'annotations'] as const)
    if ([word, ...SCOPE_WORDS[word]].some((known) => same(known, value))) return word;
  return null;
}
