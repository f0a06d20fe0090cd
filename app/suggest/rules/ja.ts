import { rules } from '../rule.ts';

const DIGITS = '[0-9０-９〇一二三四五六七八九十百千][0-9０-９,，.．〇一二三四五六七八九十百千]{0,15}';

/** Signs in Japanese sentences. */
export const JAPANESE_RULES = rules([
  {
    id: 'ja-figure-amount',
    lang: 'ja',
    kind: 'figure',
    pattern: `${DIGITS}(?:兆|億|万)?[0-9０-９,，]{0,6}(?:兆|億|万|円|ドル|ユーロ|ポンド|ウォン|人民元|ルーブル|[%％](?![0-9A-F]{2})|パーセント|割|倍|トン|キロ|カ国|か国|ヵ国|ヶ国|(?<![一二])人|名|件|社|戸|世帯|票|議席)(?:円|ドル|ユーロ|ポンド|人|件)?`,
    weight: 1,
    example: '市の基金から三億二千万円が支出された。',
  },
  {
    id: 'ja-figure-share',
    lang: 'ja',
    kind: 'figure',
    pattern:
      '大半|過半数|大多数|半数|ほぼすべて|ほぼ全て|数(?:十|百|千|万|億|十万|百万|十億)(?:人|名|ドル|円|件)?',
    weight: 1,
    example: '住民の大半がすでに町を離れている。',
  },
  {
    id: 'ja-date-day',
    lang: 'ja',
    kind: 'date',
    pattern:
      '(?:[0-9０-９]{4}年度?(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?|(?:令和|平成|昭和|大正|明治)(?:元|[0-9０-９]{1,2})年|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|(?<![0-9０-９])[0-9０-９]{1,2}日(?![間目])|(?<![0-9０-９])[0-9０-９]{1,2}月(?![0-9０-９]))',
    weight: 0.6,
    example: '港湾局は3月14日に桟橋を閉鎖した。',
  },
  {
    id: 'ja-date-relative',
    lang: 'ja',
    kind: 'date',
    pattern: '昨年|去年|一昨年|前年|来年|先週|来週|先月|来月|昨日|年前|年以降|年以来|週間前|か月前|カ月前',
    weight: 0.4,
    example: '橋は来週にも通行止めになるという。',
  },
  {
    id: 'ja-source-said',
    lang: 'ja',
    kind: 'source',
    pattern:
      '述べ(?:た|て|まし|、)|語っ(?:た|て)|明らかに(?:した|しました|しなかった)|発表(?:した|しました|して)|表明|言及|主張し|指摘し|強調し|説明し|報じ(?:た|て)|伝え(?:た|て)|非難し|批判し|否定し|認め(?:た|まし)|警告し|付け加え|(?:見解|見方|考え|意欲|認識|懸念)を(?:示|表)',
    weight: 1,
    example: '青沼市長は、計画を見直す考えを示した。',
  },
  {
    id: 'ja-source-demanded',
    lang: 'ja',
    kind: 'source',
    pattern: '(?:を|に|よう)[^、。]{0,12}(?:要求|要請|提案|提唱)(?:し|】|$)|(?:求め|訴え)(?:た|て|まし)',
    weight: 0.7,
    example: '漁協は県に補償を要求した。',
  },
  {
    id: 'ja-source-heard',
    lang: 'ja',
    kind: 'source',
    pattern:
      'による(?:と|とみられ)|によれば|という。|という$|とされる|とされて|とみられ|と見られ|との(?:こと|情報|指摘)|曰く|いわく',
    weight: 0.8,
    example: '関係者によると、会合は中止された。',
  },
  {
    id: 'ja-source-headline',
    lang: 'ja',
    kind: 'source',
    pattern:
      '(?<![=＝])[=＝](?![=＝>])[^\\s=＝】]{2,16}(?:大統領|首相|長官|相|総長|市長|知事|氏|省|庁|社|紙)',
    weight: 0.8,
    example: '年内の開通は難しい=青沼市長',
  },
  {
    id: 'ja-quotation-said',
    lang: 'ja',
    kind: 'quotation',
    pattern:
      '(?:[「『“][^「」『』“”]{1,120})?[」』”]\\s?(?:と|など)(?:述べ?|語|話|発言|主張|指摘|強調|訴|言|の|し|付)',
    weight: 1,
    example: '「予算は足りている」と話した。',
  },
  {
    id: 'ja-quotation-speaker',
    lang: 'ja',
    kind: 'quotation',
    pattern: '(?:氏|さん|大統領|首相|市長|知事|長官|議員|教授)\\s?[:：]?\\s?[「“][^「」“”]{0,120}[」”]?',
    weight: 1,
    example: '青沼市長「予算は足りている」',
  },
  {
    id: 'ja-quotation-marks',
    lang: 'ja',
    kind: 'quotation',
    pattern: '「[^「」]{6,120}[」。]|[“][^“”]{6,120}[”]',
    weight: 0.5,
    example: '「予算は足りている」',
  },
  {
    id: 'ja-superlative',
    lang: 'ja',
    kind: 'superlative',
    pattern:
      '最(?:大|小|多|少|高|低|長|短|古|悪|年少|年長|速)(?!限)|最も|過去最|史上(?:最|初)|世界一|日本一|世界初|国内初|初めて|唯一|一番(?:多|少|高|低|大|小|強)',
    weight: 0.6,
    example: '県内で最も古い木造の橋だ。',
  },
  {
    id: 'ja-causal',
    lang: 'ja',
    kind: 'causal',
    pattern:
      'ことから|ことで、|ことにより|を受け(?:て|、|たこと)|が原因|の影響で|の結果|せいで|おかげで|が背景に|背景にあり|を引き起こ|をもたらし|につながっ|理由$|これによって|により',
    weight: 0.5,
    example: '大雨の影響で、収穫が遅れている。',
  },
  {
    id: 'ja-comparative-change',
    lang: 'ja',
    kind: 'comparative',
    pattern:
      '(?:前年|前月|前期|前回|同期|同月)比|(?:に|と)比べ|より(?:も)?(?:多|少|高|低|大き|小さ|安|速|遅)|上回|下回|(?:増加|減少|急増|急減|上昇|下落|増額|減額)(?:し|する|だ|、)|引き(?:上|下)げ|引き(?:上|下)が',
    weight: 0.6,
    example: '来館者は前年比で二割増加した。',
  },
  {
    id: 'ja-actor-title',
    lang: 'ja',
    kind: 'actor',
    pattern:
      '(?:大統領|首相|総理|大臣|長官|外相|国防相|財務相|事務総長|報道官|知事|市長|議員|議長|総裁|社長|会長|教授|検事|氏)(?:は|が|も|、|に|の|から)',
    weight: 0.5,
    example: '青沼市長は視察に向かった。',
  },
  {
    id: 'ja-actor-institution',
    lang: 'ja',
    kind: 'actor',
    pattern:
      '政府|国防省|外務省|財務省|防衛省|(?<!将)軍(?:が|は|の|、|と)|国連|欧州連合|機構|議会|国会|裁判所|検察|警察|当局|与党|野党|政権|連邦|委員会|国際[^、。]{0,4}(?:庁|機関|局)|情報機関',
    weight: 0.5,
    example: '県警察が倉庫を捜索した。',
  },
  {
    id: 'ja-actor-country',
    lang: 'ja',
    kind: 'actor',
    pattern:
      '米国|アメリカ|英国|イギリス|ロシア|ウクライナ|中国|韓国|北朝鮮|台湾|日本(?!語)|ドイツ|フランス|イスラエル|イラン|インド|EU|NATO|USAID',
    weight: 0.5,
    example: '日本とドイツが協定に署名した。',
  },
  {
    id: 'ja-actor-act',
    lang: 'ja',
    kind: 'actor',
    pattern:
      '侵攻|攻撃(?:し|を)|制圧|掌握|撤退|占領|爆撃|合意|署名|締結|可決|成立し|否決|打ち切|廃止|導入し|停止し|再開し|閉鎖|逮捕|起訴|辞任|就任|当選|勝利し|崩壊し|勃発|死亡|負傷|倒産|買収|合併|供与|提供し|投入|資金援助|編入',
    weight: 0.5,
    example: '県は古い協定を打ち切った。',
  },
  {
    id: 'ja-against-question',
    lang: 'ja',
    kind: 'against',
    pattern: '(?:か|の)[?？]|[?？]$|でしょうか|だろうか',
    weight: -1,
    example: '本当に予算は足りているのか?',
  },
  {
    id: 'ja-against-request',
    lang: 'ja',
    kind: 'against',
    pattern: 'ください|下さい|しましょう|クリックし|お願いし|ありがとう|おめでとう|ようこそ|よろしく',
    weight: -1,
    example: 'くわしくは、こちらをご覧ください。',
  },
  {
    id: 'ja-against-markup',
    lang: 'ja',
    kind: 'against',
    pattern: '^(?:#{1,6} |`|\\||\\[[^\\]]{1,60}\\]: )|^[A-Za-z0-9_./:=<>,\\s-]{1,200}$',
    weight: -0.8,
    example: '## 第2部 質疑',
  },
  {
    id: 'ja-against-goods',
    lang: 'ja',
    kind: 'against',
    pattern: '税込|送料|在庫|カートに|サイズ|収納|ポケット|付きです|×[0-9０-９]',
    weight: -1,
    example: '税込3,200円、送料は無料です。',
  },
]);
