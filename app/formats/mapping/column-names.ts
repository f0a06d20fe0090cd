import type { ColumnMapping, ColumnPath } from '../column-mapping.ts';

export type Role = keyof ColumnMapping;

/** What columns are called, in tiers from the best names to the weakest, without blanks, signs and upper case. */
const TIERS: Record<Role, readonly string[]> = {
  text: [
    'fulltext 本文 投稿本文 記事本文 投稿内容 発言内容 ツイート本文',
    'text テキスト claimreviewed claimtext 主張 主張内容',
    'body content message articlebody 内容 文章 投稿 ツイート 発言',
    'tweet tweettext posttext selftext messagetext contenttext contenthtml claim statement 記事',
    'post comment note caption article reviewbody コメント メッセージ キャプション',
    'rendered value quote transcript',
    'description 説明 詳細',
    'summary abstract excerpt 概要 要約 抜粋',
  ],
  id: [
    'idstr tweetid postid statusid messageid 投稿id ツイートid 記事id',
    'id uid uuid guid 識別子',
    'identifier 管理番号 通し番号 number 番号 no',
  ],
  title: ['見出し タイトル headline', 'title 題名 件名 表題 記事タイトル', 'subject heading 題'],
  name: [
    'authorname displayname 投稿者名 著者名 発言者名 媒体名 ユーザー名 アカウント名 表示名',
    'author 著者 筆者 作者 投稿者 発言者 発信者 話者 執筆者 claimant speaker byline',
    'name 氏名 名前 nickname creator',
    'user username ユーザー from sender account アカウント',
    '媒体 source outlet publisher 配信元 発信元 情報源 media channel 出典 site サイト sitename',
  ],
  handle: [
    'screenname handle userscreenname authorhandle preferredusername acct スクリーンネーム',
    'username login ユーザーid アカウントid',
    'account user author アカウント',
  ],
  date: [
    'createdat postedat publishedat 投稿日時 配信日時 公開日時 掲載日時 発言日時',
    'datepublished publisheddate pubdate 投稿日 公開日 配信日 掲載日 発行日 発表日 発言日',
    'date datetime timestamp 日時 日付 年月日 posteddate createddate',
    'created createdutc published posted time 作成日 作成日時',
    'ts when 時刻 updatedat updated 更新日時 更新日',
  ],
  lang: ['lang language 言語', 'langcode languagecode locale inlanguage 言語コード'],
  link: [
    'permalink permalinkurl tweeturl posturl statusurl articleurl 投稿url 記事url ツイートurl',
    'url link canonicalurl リンク',
    'href uri urls アドレス リンク先',
    'sourceurl externalurl 出典url',
  ],
};

/** How much less the weakest tier fits than the best. */
const SLOPE = 0.6;

const FITS = Object.fromEntries(
  Object.entries(TIERS).map(([role, tiers]) => [
    role,
    new Map(
      tiers.flatMap((names, tier) =>
        names.split(' ').map((name): [string, number] => [name, 1 - (tier / tiers.length) * SLOPE]),
      ),
    ),
  ]),
) as Record<Role, Map<string, number>>;

/** Keys whose values are about a person or outlet: an `id` or `description` below them is not the story's. */
const PERSON =
  /^(?:user|authors?|account|creator|sender|from|source|publisher|member|profile|owner|claimant|completedby|投稿者|著者|媒体)$/u;
/** Keys whose values are pictures and the like: links to them lead to no story. */
const PICTURE = /image|img|avatar|icon|thumb|photo|picture|media|video|audio|logo|画像|写真|動画/u;

/** How well a column's name fits a role, from 0 (not at all) to 1. */
export function nameFits(path: ColumnPath, role: Role): number {
  const fit = FITS[role].get(plainName(path.at(-1) ?? '')) ?? 0;
  switch (role) {
    case 'name':
      // The name of anything: of a product, a file.
      return plainName(path.at(-1) ?? '') === 'name' && !isOfPerson(path) ? fit * 0.5 : fit;
    case 'handle':
      return fit;
    case 'link':
      return isOfPerson(path) || isOfPicture(path) ? 0 : fit;
    default:
      return isOfPerson(path) ? 0 : fit;
  }
}

export function isOfPerson(path: ColumnPath): boolean {
  return path.slice(0, -1).some((key) => PERSON.test(plainName(key)));
}

export function isOfPicture(path: ColumnPath): boolean {
  return path.some((key) => PICTURE.test(plainName(key)));
}

export function isOfPlace(path: ColumnPath): boolean {
  return /country|region|geo|place|^国|地域/u.test(plainName(path.at(-1) ?? ''));
}

function plainName(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:@#$/()[\]]+/gu, '');
}
