import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mail } from '../../../../../app/formats/mail/mail.ts';
import type { StoryRecord } from '../../../../../app/formats/story-record.ts';
import { corpusEntry, entryOf, hasCorpora, headOf, readAll } from '../support.ts';

const MESSAGE = `Message-ID: <2@port.example>
In-Reply-To: <1@port.example>
References: <0@port.example> <1@port.example>
From: =?UTF-8?B?5rmKIOiKseWtkA==?= <hanako@port.example>
To: desk@nippo.example
Subject: =?ISO-2022-JP?B?GyRCNjYkTjMrREwbKEI=?=
Date: Sat, 8 Feb 2025 10:30:05 +0900
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

橋が開通した。
https://port.example/bridge
--inner
Content-Type: text/html; charset=utf-8

<p>橋が<b>開通</b>した。</p>
--inner--
--outer
Content-Type: application/pdf; name="bridge.pdf"
Content-Disposition: attachment; filename="bridge.pdf"

x
--outer
Content-Type: message/rfc822

From shiomi@port.example Fri Feb  7 09:00:00 2025
Message-ID: <1@port.example>
From: shiomi@port.example
Subject: Forwarded

Inside.
--outer--
`;

async function all(text: string | Uint8Array, name = 'x.eml') {
  return readAll(mail, entryOf(name, text));
}

async function only(text: string | Uint8Array): Promise<StoryRecord> {
  const { records, problems } = await all(text);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0] as StoryRecord;
}

describe('a message', () => {
  it('gives its text, who sent it and when, what it answers and what comes with it', async () => {
    const { records, problems } = await all(MESSAGE);
    expect(problems).toEqual([]);
    expect(records[0]).toMatchObject({
      id: '2@port.example',
      source: { name: '湊 花子', handle: null },
      publishedAt: '2025-02-08T10:30:05+09:00',
      precision: 'second',
      title: '橋の開通',
      text: '橋の開通\n\n橋が開通した。\nhttps://port.example/bridge',
      links: ['https://port.example/bridge'],
      details: [{ kind: 'attachment', value: 'bridge.pdf' }],
      relations: [
        { kind: 'reply', id: '1@port.example' },
        { kind: 'quote', id: '1@port.example', source: { name: 'shiomi@port.example' } },
      ],
      origin: { entry: 'x.eml', unit: 'byte', position: 0 },
    });
  });

  it('that is attached is a story of its own', async () => {
    const { records } = await all(MESSAGE);
    expect(records[1]).toMatchObject({
      id: '1@port.example',
      title: 'Forwarded',
      text: 'Forwarded\n\nInside.',
      publishedAt: '2025-02-07T09:00:00',
      relations: [],
    });
    expect(records).toHaveLength(2);
  });

  it('may stand behind a byte order mark and blank lines', async () => {
    expect((await only('\ufeff\n\r\nFrom: a@a.example\nSubject: s\n\nx')).text).toBe('s\n\nx');
  });

  it('in HTML only is read as a reader sees it', async () => {
    const story = await only(
      'From: a@a.example\nSubject: s\nContent-Type: text/html\n\n<p>One<br>two</p><a href="https://a.example/x">here</a><img src="https://a.example/p.png">',
    );
    expect(story).toMatchObject({
      text: 's\n\nOne\ntwo\n\nhere',
      links: ['https://a.example/x'],
      media: ['https://a.example/p.png'],
    });
  });

  it('may have ISO-2022-JP in its headers as it is', async () => {
    const jis = (text: string) => `\x1b$B${text}\x1b(B`;
    // 「港」 and 「橋」; the bytes of the latter are a sign and a digit.
    const story = await only(`From: ${jis('9A')} <a@a.example>\nSubject: ${jis('9A')}-${jis('66')}!\n\nx`);
    expect(story).toMatchObject({ source: { name: '港' }, title: '港-橋!' });
  });

  it('in any of the encodings that are used for Japanese is decoded', async () => {
    const bytes = { 'iso-2022-jp': '\x1b$B9A\x1b(B', cp932: '\x8d\x60\x87\x40', 'EUC-JP': '\xb9\xc1' };
    for (const [charset, body] of Object.entries(bytes)) {
      const text = `From: a@a.example\nSubject: s\nContent-Type: text/plain; charset=${charset}\n\n${body}`;
      expect((await only(Buffer.from(text, 'latin1'))).text).toBe(
        charset === 'cp932' ? 's\n\n港①' : 's\n\n港',
      );
    }
  });

  it('that says nothing, or is beyond all bounds, is a problem', async () => {
    expect(await all('From: a@a.example\n\n')).toMatchObject({
      records: [],
      problems: [{ code: 'record-bad-shape' }],
    });
    const headers = `From: a@a.example\nX: ${'x'.repeat(3 << 20)}\n\ny`;
    expect(await all(headers)).toMatchObject({ records: [], problems: [{ code: 'record-bad-shape' }] });
  });

  it('in a message in a message ends somewhere', async () => {
    let text = 'From: a@a.example\nSubject: innermost\n\nx';
    for (let depth = 0; depth < 40; depth++)
      text = `From: a@a.example\nSubject: s${depth}\nContent-Type: message/rfc822\n\n${text}`;
    const { records } = await all(text);
    expect(records.length).toBeGreaterThan(3);
    expect(records.length).toBeLessThan(20);
  });

  it('that a browser saved a page as has an address and no sender', async () => {
    const story = await only(`From: <Saved by Blink>
Snapshot-Content-Location: https://nippo.example/bridge
Subject: The bridge
Date: Sat, 8 Feb 2025 01:30:05 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://nippo.example/bridge

<html><head><title>x</title></head><body><p>It is open.</p></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://nippo.example/b.png

AAAA
--b--
`);
    expect(story).toMatchObject({
      source: null,
      link: 'https://nippo.example/bridge',
      text: 'The bridge\n\nIt is open.',
      details: [],
    });
  });
});

describe('mail', () => {
  const box = `From a@a.example Sat Feb  8 10:30:05 2025\n${MESSAGE}\nFrom b@b.example Sat Feb  8 10:31:00 2025\nSubject: two\n\n>From here\n`;

  it('of a mailbox is read message by message', async () => {
    const { records } = await all(box, 'box');
    expect(records.map((story) => story.title)).toEqual(['橋の開通', 'Forwarded', 'two']);
    expect(records[2]).toMatchObject({ text: 'two\n\nFrom here', publishedAt: '2025-02-08T10:31:00' });
  });

  it('is recognised by its headers, whatever its name', async () => {
    const sniff = async (text: string, name = 'x') => mail.sniff(await headOf(entryOf(name, text)));
    expect(await sniff(box)).toBeGreaterThan(0.9);
    expect(await sniff(MESSAGE)).toBeGreaterThan(0.9);
    for (const other of [
      '',
      'From me to you\nhello',
      'Subject: x\n\ny',
      'Date: today\n\nx',
      'To: a\nCc: b\n\nc',
    ]) {
      expect(await sniff(other, 'x.eml')).toBeLessThan(0.5);
    }
  });

  it('that is damaged is never thrown over, and every story has a text', async () => {
    const bit = fc.constantFrom(
      '',
      '\n',
      '--outer',
      '--inner--',
      ':',
      '=?UTF-8?B?',
      '\x1b$B',
      '<',
      '"',
      '(',
      ',',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(box.length), fc.nat(30), bit)),
        fc.nat(box.length),
        async (cuts, end) => {
          const cut = (rest: string, [at, length, put]: [number, number, string]) =>
            rest.slice(0, at) + put + rest.slice(at + length);
          const { records } = await all(cuts.reduce(cut, box).slice(0, end + 50));
          for (const story of records) expect(story.text.trim()).not.toBe('');
        },
      ),
    );
  });
});

describe.skipIf(!hasCorpora)('real mail', () => {
  it.each([
    ['test-0-message.mbox', 0],
    ['test-1-message.mbox', 1],
    ['test-2-message.mbox', 2],
    ['test-3-message.mbox', 3],
    ['test-attached.mbox', 1],
    ['test-not-an.mbox', 0],
    ['attachment_message_rfc822.eml', 2],
    ['japanese.eml', 1],
    ['japanese_iso_2022.eml', 1],
    ['japanese_shift_jis.eml', 1],
    ['must_supply_encoding.eml', 1],
    ['raw_email7.eml', 1],
    ['raw_email_with_nested_attachment.eml', 1],
    ['utf8_headers.eml', 1],
  ])('%s has %i messages', async (name, count) => {
    const entry = corpusEntry(`mail/${name}`);
    const { records, problems } = await readAll(mail, entry);
    expect(records).toHaveLength(count);
    const above = name === 'test-attached.mbox' || name === 'test-not-an.mbox';
    expect(problems.map(({ code }) => code)).toEqual(above ? ['entry-damaged'] : []);
    const sureness = mail.sniff(await headOf(entry));
    if (count === 0) expect(sureness).toBe(0);
    else expect(sureness).toBeGreaterThan(0.5);
  });

  it('keeps its words in every encoding', async () => {
    const text = async (name: string) => (await readAll(mail, corpusEntry(`mail/${name}`))).records[0]?.text;
    expect(await text('japanese.eml')).toMatch(/^まみむめも\n\nかきくえこ\n/u);
    expect(await text('japanese_iso_2022.eml')).toBe('まみむめも\n\nすみません。');
    expect(await text('japanese_shift_jis.eml')).toContain('今後ともよろしくお願い申し上げます');
    expect(await text('utf8_headers.eml')).toBe('Säying Hello\n\nbody');
  });

  it('names attachments, and quotes attached messages', async () => {
    const { records } = await readAll(mail, corpusEntry('mail/attachment_message_rfc822.eml'));
    expect(records).toMatchObject([
      {
        title: 'testing',
        relations: [{ kind: 'quote', id: 'xxxx@xxxx.com', source: { name: 'Test Tester' } }],
      },
      { title: 'Another PDF', details: [{ kind: 'attachment', value: 'broken.pdf' }] },
    ]);
    const details = (await readAll(mail, corpusEntry('mail/raw_email7.eml'))).records[0]?.details;
    expect(details?.map(({ value }) => value)).toEqual(['test.rb', 'test.pdf', 'smime.p7s']);
  });
});
