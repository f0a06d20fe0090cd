import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { bytesOf, joined } from '../../../../../app/formats/mail/bytes.ts';
import { MimeFilter } from '../../../../../app/formats/mail/mime-filter.ts';

function filtered(message: Uint8Array): Uint8Array {
  const filter = new MimeFilter();
  const parts: Uint8Array[] = [];
  for (let at = 0; at < message.length; ) {
    const next = message.indexOf(10, at) + 1 || message.length;
    const verdict = filter.line(message, at, next);
    if (verdict !== false) parts.push(verdict === true ? message.subarray(at, next) : verdict);
    at = next;
  }
  return joined(parts);
}

const said = ({ subject, text, html, attachments }: Email) => ({
  subject,
  text,
  html,
  attachments: attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`),
});

const line = fc.constantFrom(
  '',
  'a',
  'a ',
  '=',
  '=3D',
  '=41=',
  'x=y',
  '--',
  '--b',
  '-- ',
  '\x1b$B9A=A\x1b(B',
  '\x8d\x60=',
  '>',
  ' b',
);
const body = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));
const headers = fc
  .uniqueArray(
    fc.constantFrom(
      'Content-Type: text/plain; charset=shift_jis; format=flowed',
      'Content-Type: text/html;\n charset="iso-2022-jp"',
      'CONTENT-TYPE: application/pdf; name=a.pdf',
      'Content-Type: text/csv',
      'Content-Transfer-Encoding: 8bit',
      'content-transfer-encoding:quoted-printable',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="b.txt"',
      'Received: from x\n by y',
      'Subject: s',
    ),
    { selector: (header) => header.slice(0, 12).toLowerCase(), maxLength: 4 },
  )
  .map((lines) => lines.map((header) => `${header}\n`).join(''));
const leaf = fc.tuple(headers, body).map(([above, below]) => `${above}\n${below}`);
const multipart = (part: fc.Arbitrary<string>, boundary: string) =>
  fc
    .tuple(fc.constantFrom('mixed', 'alternative', 'related'), fc.array(part, { maxLength: 3 }))
    .map(([type, parts]) => {
      const text = parts.map((one) => `--${boundary}\n${one}\n`).join('');
      return `Content-Type: multipart/${type}; boundary="${boundary}"\n\n${text}--${boundary}--\n`;
    });
const attached = leaf.map((message) => `Content-Type: message/rfc822\n\n${message}`);
const part = fc.oneof(leaf, attached, multipart(leaf, 'inner'));
const message = fc.oneof(leaf, multipart(part, 'outer b'));

describe('a message that was prepared', () => {
  it('says the same as before, and names the same attachments', async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.boolean(), async (text, crlf) => {
        const bytes = bytesOf(`From: a@a.example\n${text}`.replaceAll('\n', crlf ? '\r\n' : '\n'));
        const options = { forceRfc822Attachments: true };
        const before = await PostalMime.parse(bytes, options);
        const after = await PostalMime.parse(filtered(bytes), options);
        expect(said(after)).toEqual(said(before));
      }),
      { numRuns: 300 },
    );
  });
});
