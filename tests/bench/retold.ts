import type { Random } from './random.ts';

/** How a story is told again by another source. */
export const RETELLINGS = [
  'as it is',
  'in other widths',
  'other figures',
  'a sentence less',
  'a sentence more',
  'other words here and there',
] as const;
export type Retelling = (typeof RETELLINGS)[number];

/** A story of a plain-text dump as another source has it: under another byline, with another link, retold. */
export function retold(story: string, how: Retelling, random: Random): string {
  const [head = '', , ...rest] = story.split('\n');
  const byline = `— 別の通信${random.below(50)} (@other_${random.below(50)}) March ${1 + random.below(28)}, 2025`;
  const link = `https://t.co/${random.below(2 ** 31).toString(36)}`;
  const body = [head, ...rest].join('\n').replace(/https:\/\/t\.co\/\w+/gu, link);
  const [first = '', ...more] = told(body, how, random).split('\n');
  return [first, byline, ...more].join('\n');
}

function told(body: string, how: Retelling, random: Random): string {
  switch (how) {
    case 'as it is':
      return body;
    case 'in other widths':
      return body.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).toUpperCase();
    case 'other figures':
      return body.replace(/\d+(?=%)/gu, () => String(40 + random.below(50)));
    case 'a sentence less': {
      const sentences = body.split('。');
      if (sentences.length > 3) sentences.splice(1 + random.below(sentences.length - 2), 1);
      return sentences.join('。');
    }
    case 'a sentence more':
      return `${body}\n関係者によると、来月にも改めて住民への説明会が${random.below(20) + 2}回開かれる。`;
    case 'other words here and there':
      return body.replace(/示した|提出した|公表した|まとめた|協議した|説明した/gu, (verb) =>
        random.below(2) === 0 ? `${verb.slice(0, -2)}する考えだ` : verb,
      );
  }
}
