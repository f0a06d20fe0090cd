import { describe, expect, it } from 'vitest';
import { guessRule } from '../../../../../app/formats/plain-text/guess.ts';

const WRAPPED_ENGLISH = `The harbour council met on Tuesday evening to talk about the
breakwater, which the storm in March had damaged so badly that
no ferry could land for eleven days. The mayor asked everybody
for patience and promised that the repair would begin in June,
weather permitting, and would be paid for by the prefecture.`;
const WRAPPED_JAPANESE = `湊市議会は火曜日の夜、三月の嵐で壊れた防波堤について話し合った
。この被害のため連絡船は十一日のあいだ一度も着岸できなかった。市
長は市民に辛抱を求め、天候が許せば六月に修理を始めること、費用は
県が持つことを約束した。`;
const INDENTED_JAPANESE = `　湊市議会は火曜日の夜、三月の嵐で壊れた防波堤について話し合
った。この被害のため連絡船は十一日のあいだ一度も着岸できなか
った。
　市長は市民に辛抱を求め、天候が許せば六月に修理を始めること
、費用は県が持つことを約束した。議員からは、費用の見積もりが
あまりに低いという声が上がった。
　漁協は、港の外に仮の桟橋を作るよう求めている。工事の入札は
来月に行われる。`;
const POSTS =
  '市長が辞任した。\n橋が開通した #湊市\n図書館の移転先が決まったという話を聞いた https://t.co/a\n嵐が来る\n学校は休み！';

const cases: [what: string, kind: string, text: string][] = [
  ['a byline with a date', 'byline', '港の話\n— 湊ニュース (@minato_news) April 12, 2025\n本文'],
  ['bylines among headings', 'byline', '# 港\n\n話\n— 湊ニュース (@minato_news) 2025年4月12日\n\n# 橋\n話'],
  [
    'bylines among separators',
    'byline',
    '話\n— 湊 (@minato) 2025年4月12日\n---\n話\n— 湊 (@minato) 2025年4月13日',
  ],
  ['several bylines without dates', 'byline', '話\n— 湊 (@minato)\n話\n— 浜 (@hama)'],
  ['one byline without a date', 'lines', '知は力なり\n— ある人 (@somebody)\n続き。'],
  ['paragraphs', 'blank-lines', '一つ目の段落。\n\n二つ目の段落。\n\n三つ目の段落。'],
  ['paragraphs of several lines', 'blank-lines', '題\n本文です。\n\n題二\n本文二です。\n終わり。\n'],
  ['wrapped paragraphs', 'blank-lines', `${WRAPPED_ENGLISH}\n\n${WRAPPED_ENGLISH}`],
  ['paragraphs with CRLF', 'blank-lines', 'one.\r\n\r\ntwo.\r\n\r\nthree.\r\n'],
  ['lines of blanks between paragraphs', 'blank-lines', 'one.\n \t\ntwo.\n　\nthree.'],
  ['one post a line', 'lines', POSTS],
  ['one post a line, short ones', 'lines', 'post 1\npost 2\npost 3'],
  [
    'one post a line, numbered alike',
    'lines',
    Array.from({ length: 30 }, (_, i) => `これは湊市の短い投稿のひとつで番号は${i + 10}です。`).join('\n'),
  ],
  ['one post a line with CRLF', 'lines', POSTS.replaceAll('\n', '\r\n')],
  ['one post a line below a title', 'lines', `投稿一覧\n\n${`${POSTS}\n`.repeat(5)}`],
  [
    'long posts a line',
    'lines',
    `${'市長は橋について述べた。'.repeat(20)}\n${'議会は反対した。'.repeat(30)}\n短い投稿`,
  ],
  ['hyphens between texts', 'separator:---', '話。\n---\n話。\n---\n話。'],
  ['stars between texts', 'separator:***', '話。\n\n***\n\n話。'],
  ['stars with blanks', 'separator:* * *', '話。\n\n* * *\n\n話。\n\n* * *\n\n話。'],
  ['equal signs', 'separator:====', '話。\n====\n話。\n====\n話。'],
  ['Japanese dashes', 'separator:――――', '話。\n――――\n話。\n――――\n話。'],
  ['the separator that is most frequent', 'separator:---', '話。\n---\n話。\n***\n話。\n---\n話。'],
  ['headings', 'headings', '# 港\n話。\n\n話。\n\n# 橋\n話。'],
  ['deeper headings', 'headings', '## 港\n話。\n## 橋\n話。'],
  [
    'headings below front matter',
    'headings',
    '---\ntitle: 湊\ntags:\n  - 港\n---\n\n# 港\n話。\n\n# 橋\n話。',
  ],
  ['one heading at the top', 'headings', '# 港\n\n話。\n\n話。'],
  ['hashtags are no headings', 'lines', '#港 の話\n#橋 の話です\n#学校'],
  [
    'underlined titles are headings, and no separators',
    'headings',
    '港の話\n======\n\n本文。\n\n橋の話です\n==========\n\n本文。',
  ],
  ['one underlined title at the top', 'headings', '港の話\n======\n\n本文。\n\n続き。'],
  [
    'articles with more room between them than within',
    'wide-gaps',
    '題一\n\n本文。\n\n続き。\n\n\n題二\n\n本文。\n\n\n\n題三\n\n本文。',
  ],
  ['a title with more room below it', 'blank-lines', '題\n\n\n本文。\n\n続き。\n\n終わり。'],
  ['two blank lines everywhere', 'blank-lines', '一。\n\n\n二。\n\n\n三。'],
  ['wrapped Japanese prose with indents', 'whole', INDENTED_JAPANESE],
  ['wrapped prose', 'whole', WRAPPED_ENGLISH],
  ['wrapped Japanese prose', 'whole', WRAPPED_JAPANESE],
  ['one line', 'whole', '市長は橋について述べた。議会は反対した。'],
  ['nothing', 'whole', ''],
  ['only blank lines', 'whole', '\n\n \n'],
  ['list entries', 'lines', '- 牛乳を買う\n- 橋を渡る\n- 市長に会う'],
  ['posts with a label at the end', 'lines', `${POSTS}\n#湊(250412)`],
];

describe('guessRule', () => {
  it.each(cases)('%s: %s', (_what, kind, text) => {
    const rule = guessRule(text);
    expect(rule.kind === 'separator' ? `separator:${rule.separator}` : rule.kind).toBe(kind);
  });
});
