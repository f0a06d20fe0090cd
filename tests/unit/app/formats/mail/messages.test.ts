import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, latin1 } from '../../../../../app/formats/mail/bytes.ts';
import type { RawMessage } from '../../../../../app/formats/mail/message-splitter.ts';
import { mailboxMessages } from '../../../../../app/formats/mail/messages.ts';
import type { Problem } from '../../../../../app/problem.ts';

const FROM = 'From minato@port.example Sat Feb  8 10:30:05 2025';

async function read(text: string, size = 7, limit?: number): Promise<(RawMessage | Problem)[]> {
  const bytes = bytesOf(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const memory = new Uint8Array(size);
    // A host may give the same memory again and again.
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      memory.set(piece);
      yield memory.subarray(0, piece.length);
    }
  }
  const found: (RawMessage | Problem)[] = [];
  for await (const item of mailboxMessages(pieces(), 'box', limit)) found.push(item);
  return found;
}
/** As they were before their texts were quoted. */
const texts = (found: (RawMessage | Problem)[], lineEnd = '\n') =>
  found.map((item) =>
    'code' in item
      ? item.code
      : latin1(item.bytes)
          .replaceAll('Content-Transfer-Encoding: quoted-printable\n\n', lineEnd)
          .replaceAll('=3D', '=')
          .trimEnd(),
  );

const line = fc.constantFrom(
  '',
  'a',
  FROM,
  `>${FROM}`,
  `>>${FROM}`,
  'From me to you',
  '>From',
  '>',
  '\x80\xff',
);
const bodies = fc.array(
  fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n')),
  { minLength: 1, maxLength: 4 },
);
const sizes = fc.integer({ min: 1, max: 200 });

describe('a mailbox', () => {
  it('gives the messages that were written, their lines that look like a beginning quoted', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, sizes, fc.constantFrom('\n', '\r\n'), async (written, size, lineEnd) => {
        const messages = written.map((body) => `Subject: x\n\n${body}`.replaceAll('\n', lineEnd));
        const quoted = messages.map((message) => message.replace(/^(?=>*From )/gmu, '>'));
        const box = quoted.map((message) => `${FROM}${lineEnd}${message}${lineEnd}${lineEnd}`).join('');
        const found = await read(box, size);
        expect(texts(found, lineEnd)).toEqual(messages.map((message) => message.trimEnd()));
        for (const item of found) {
          expect(item).toMatchObject({ fromLine: FROM });
          if ('start' in item) expect(box.slice(item.start).startsWith(FROM)).toBe(true);
        }
      }),
    );
  });

  it('is read by the lengths that it gives, where they are right', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, sizes, async (written, size) => {
        // What starts with a `>` is quoted here as well: nobody can tell.
        const messages = written.map((body) => body.replace(/^>+From /gmu, 'From '));
        const box = messages
          .map((body) => `${FROM}\nContent-Length: ${body.length + 1}\n\n${body}\n\n`)
          .join('');
        const bodiesRead = texts(await read(box, size)).map((text) =>
          text.replace(/^Content-Length: \d+\n*/u, ''),
        );
        expect(bodiesRead).toEqual(messages.map((body) => body.trim()));
      }),
    );
  });

  it('is read by its lines where lengths are wrong', async () => {
    for (const length of ['5', '40', '99999999999', 'x']) {
      const box = `${FROM}\nContent-Length: ${length}\n\none\n\n${FROM}\nA: b\n\ntwo\n\n${FROM}\nA: c\n\nthree\n`;
      const found = texts(await read(box));
      expect(found.map((text) => text.split('\n').at(-1))).toEqual(['one', 'two', 'three']);
      expect(texts(await read(box, 50, 150)).map((text) => text.split('\n').at(-1))).toEqual([
        'one',
        'two',
        'three',
      ]);
    }
  });

  it('leaves out what is too large, and says where', async () => {
    const box = `${FROM}\n\none\n\n${FROM}\n\n${'x\n'.repeat(300)}\n${FROM}\n\n${'y'.repeat(900)}\n\n${FROM}\n\ntwo\n`;
    const found = await read(box, 64, 250);
    expect(texts(found)).toEqual(['\none', 'record-too-large', 'record-too-large', '\ntwo']);
    expect(found[1]).toMatchObject({
      params: { entry: 'box', unit: 'byte', position: box.indexOf(FROM, 1), limit: 250 },
    });
  });

  it('leaves out the bytes of attachments, however many they are', async () => {
    const message = (bytes: string) => `Content-Type: multipart/mixed;
 boundary="b 1"

--b 1
Content-Type: text/plain

one
--b 1
Content-Type: image/png
Content-Transfer-Encoding: base64

${bytes}
--b 1
Content-Type: message/rfc822

Content-Type: multipart/alternative; boundary=c

--c

two
--c
Content-Disposition: attachment; filename=x

${bytes}
--c--
--b 1
Content-Disposition: attachment

${bytes}
--b 1--
three`;
    for (const bytes of ['x\n'.repeat(5000), 'x'.repeat(5000)]) {
      const found = await read(`${FROM}\n${message(bytes)}\n\n${FROM}\n\nfour\n`, 77, 1000);
      expect(texts(found)).toEqual([message('').replace(/\n\n\n--/gu, '\n\n--'), '\nfour']);
    }
  });

  it('leaves out a message of more parts or lines than anybody reads', async () => {
    const parts = `${FROM}\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(11_000)}`;
    const lines = `${FROM}\n\n${'x\n'.repeat(201_000)}`;
    const found = await read(`${parts}\n${lines}\n${FROM}\n\none\n`, 5000);
    expect(texts(found)).toEqual(['record-bad-shape', 'record-bad-shape', '\none']);
  });

  it('may have something above its first message', async () => {
    expect(texts(await read(`hello\n\n${FROM}\n\none\n`))).toEqual(['\none', 'entry-damaged']);
    expect(texts(await read('hello\n'))).toEqual(['entry-damaged']);
    expect(texts(await read('\n\n'))).toEqual([]);
  });

  it('is never thrown over', async () => {
    const bit = fc.constantFrom(FROM, '\n', '\n\n', '>', 'From ', 'Content-Length: 9', ':', 'x', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(bit), sizes, async (bits, size) => {
        expect(texts(await read(bits.join(''), size, 150))).toEqual(
          texts(await read(bits.join(''), 10_000, 150)),
        );
      }),
    );
  });
});
