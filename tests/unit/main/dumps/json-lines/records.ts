import fc from 'fast-check';
import type { ColumnMapping } from '../../../../../app/formats/column-mapping.ts';

export const MAPPING: ColumnMapping = {
  text: [['text']],
  id: ['id'],
  title: ['title'],
  name: ['user', 'name'],
  handle: ['user', 'handle'],
  date: ['at'],
  lang: ['lang'],
  link: null,
};

const JAPANESE = '湊大橋が開通した。市長は「来年」と述べた。カタカナのニュース・ー';
const LATIN = 'The mayor of Minato said that it was not to be. Der Hafen ist nicht für die Stadt. ';
const blank = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\u3000', '\u00a0', '\ufeff', '\u2003', '  \n\n');
const piece = fc.oneof(
  fc.constantFrom(
    JAPANESE,
    JAPANESE.repeat(2),
    '・ー'.repeat(40),
    JAPANESE.repeat(6),
    LATIN,
    LATIN.repeat(5),
    '한국어 문장입니다. '.repeat(20),
  ),
  fc.constantFrom(
    'Привет, это город. '.repeat(8),
    'ｱｲｳ ＡＢＣ',
    '@minato_np #湊 https://minato.example/a?b=1 ',
    '“quoted”',
  ),
  fc.constantFrom(
    '\\',
    '"',
    '/',
    '\\u3042',
    '\\n',
    '😀',
    '👨‍👩‍👧',
    '\ud83d',
    '\u0000',
    '\u001f',
    '\r',
    '…',
    '、',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
  blank,
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat());
const other = fc.oneof(
  number,
  fc.boolean(),
  fc.constant(null),
  text,
  fc.array(fc.oneof(text, number), { maxLength: 3 }),
);
const moment = fc.date({ min: new Date('1980-01-01'), max: new Date('2105-01-01'), noInvalidDate: true });
const date = fc.oneof(
  moment.map((at) => at.toISOString()),
  moment.map((at) => `${at.toISOString().slice(0, 19)}+09:00`),
  moment.map((at) => at.toISOString().slice(0, 16).replace('T', ' ')),
  moment.map((at) => at.toUTCString()),
  moment.map((at) => Math.floor(at.getTime() / 1000)),
  moment.map((at) => at.getTime()),
  moment.map((at) => String(at.getTime())),
  fc.constantFrom(
    '2025-02-30T10:00:00Z',
    '2025-02-28T24:00:00Z',
    '2025-02-28T10:60:00Z',
    '2025-02-08T10:30:60Z',
  ),
  fc.constantFrom(
    '10:30 PM · Feb 8, 2025',
    '13:30 PM · Feb 8, 2025',
    '2025年2月8日 午後1:05',
    '12:00 a.m. Feb 8, 2025',
  ),
  fc.constantFrom(
    'Sat Feb 08 10:30:05 +0000 2025',
    '2025-02-08T10:30:05.',
    '99:10:30:05 2025-02-08',
    ' 2025-02-08 ',
    '2025-02-00T10:00:00Z',
  ),
  other,
);
const name = fc.oneof(fc.constantFrom('湊新報', ' 白瀬通信 ', '@minato_np', '@', '＠kita', ''), text, other);
const lang = fc.oneof(fc.constantFrom('ja', 'en-GB', 'und', 'JA', '日本語', 'sv', ''), other);
const id = fc.oneof(
  fc.constantFrom('1', 1, '0', ' 1 ', '湊-1', '1890000000000000123', -0, 1e21),
  fc.nat(),
  text,
  other,
);

/** Values for the keys of `MAPPING`, some of them missing, and some that nobody asks for. */
export const record = fc.record(
  {
    id,
    text: fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: other }),
    title: text,
    at: date,
    lang,
    user: fc.oneof(
      { weight: 5, arbitrary: fc.record({ name, handle: name, bio: text }, { requiredKeys: [] }) },
      { weight: 1, arbitrary: other },
    ),
    tags: other,
    extra: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: ['text'] },
);

/** Ways in which programs write the same record, and in which they should not. */
export const written = fc
  .tuple(
    record,
    fc.nat(),
    fc.constantFrom('plain', 'ascii', 'spaced', 'shuffled', 'doubled', 'broken', 'cut', 'raw'),
  )
  .map(([value, seed, way]) => lineOf(value, seed, way));

const AGAIN = [`,"t\\u0065xt":"${JAPANESE}"}`, ',"text":null}', ',"id":[7]}', ',"user":{}}', ',"id":7}'];

function lineOf(value: object, seed: number, way: string): string {
  const line = JSON.stringify(value);
  switch (way) {
    case 'ascii':
      return line.replace(/[\u007f-\uffff]/gu, (sign) => codesOf(sign)).replaceAll('/', '\\/');
    case 'spaced':
      return ` ${JSON.stringify(value, null, 1).replaceAll('\n', '\t')} \r`;
    case 'shuffled':
      return JSON.stringify(Object.fromEntries(rotated(Object.entries(value), seed)));
    case 'doubled':
      return line.replace(/\}$/u, AGAIN[seed % AGAIN.length] as string);
    case 'broken': {
      const at = seed % (line.length + 1);
      return (
        line.slice(0, at) +
        ['"', '\\', ',', '}', 'x', '\\u12', '1', ''][seed % 8] +
        line.slice(at + (seed % 2))
      );
    }
    case 'cut':
      return line.slice(0, seed % (line.length + 1));
    case 'raw':
      return line.replaceAll('\\t', '\t').replaceAll('\\r', '\r').replaceAll('null', 'NaN');
    default:
      return line;
  }
}

function codesOf(signs: string): string {
  return Array.from(
    { length: signs.length },
    (_, index) => `\\u${signs.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

function rotated<T>(items: T[], by: number): T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
