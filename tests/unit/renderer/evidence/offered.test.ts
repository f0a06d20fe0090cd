import { describe, expect, it } from 'vitest';
import { addressFields, archiveFields, untakenFields } from '../../../../renderer/evidence/address-fields.ts';
import { claimsToQuoteFor } from '../../../../renderer/evidence/claims-to-quote-for.ts';
import { offeredIn, QUOTE_TYPE } from '../../../../renderer/evidence/offered.ts';
import { anchorOn, claimOn, OLD_TEXT, projectWith, storyRef } from '../dialogs/desk.ts';

const transfer = (data: Record<string, string>, files: File[] = []) => ({
  getData: (type: string) => data[type] ?? '',
  files: files as unknown as FileList,
});

describe('what is pasted or dropped', () => {
  it('is an address where every line of it is one, each once, without comments', () => {
    const two = 'https://a.example/1\r\nhttps://b.example/2\n';
    const addresses = ['https://a.example/1', 'https://b.example/2'].map((address) => ({
      kind: 'address',
      address,
    }));
    expect(offeredIn(transfer({ 'text/plain': two }))).toEqual(addresses);
    expect(
      offeredIn(transfer({ 'text/uri-list': `# a list\n${two}${two}`, 'text/plain': 'A page' })),
    ).toEqual(addresses);
  });

  it('is somebody’s words where it is anything else', () => {
    for (const words of [
      'see https://a.example/1',
      '港は閉鎖されます。\n二行目',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ])
      expect(offeredIn(transfer({ 'text/plain': ` ${words} ` }))).toEqual([{ kind: 'words', words }]);
    expect(offeredIn(transfer({ 'text/plain': ' \n ' }))).toEqual([]);
  });

  it('is files before the names that come with them', () => {
    const file = new File(['x'], 'a.txt');
    expect(offeredIn(transfer({ 'text/plain': 'a.txt' }, [file, file]))).toEqual([
      { kind: 'file', file },
      { kind: 'file', file },
    ]);
  });

  it('is words of a story with the way back to it, unless what says so is not of that form', () => {
    const quoted = { story: storyRef('s'), anchor: anchorOn(OLD_TEXT, 'closes for'), link: '' };
    const both = { 'text/plain': 'closes for', [QUOTE_TYPE]: JSON.stringify(quoted) };
    expect(offeredIn(transfer(both))).toEqual([{ kind: 'quote', quoted }]);
    for (const forged of ['{', '{}', JSON.stringify({ ...quoted, anchor: { ...quoted.anchor, quote: '' } })])
      expect(offeredIn(transfer({ ...both, [QUOTE_TYPE]: forged }))).toEqual([
        { kind: 'words', words: 'closes for' },
      ]);
  });
});

describe('the address of an archived copy', () => {
  const copy = 'https://web.archive.org/web/20250208103015/https://a.example/1';
  const short = 'https://archive.ph/AbC12';
  const none = { url: '', archiveUrl: '', capturedAt: '' };

  it('gives the page and the time of its capture', () => {
    const fields = { url: 'https://a.example/1', archiveUrl: copy, capturedAt: '2025-02-08T10:30:15Z' };
    expect(addressFields(copy, none)).toEqual(fields);
    expect(addressFields(copy, { ...none, url: copy })).toEqual(fields);
    expect(addressFields('https://a.example/1', none)).toEqual({ url: 'https://a.example/1' });
  });

  it('that tells nothing keeps what is known of the page, and is no page itself', () => {
    const known = { url: 'https://a.example/1', archiveUrl: '', capturedAt: '' };
    expect(addressFields(short, known)).toEqual({ ...known, archiveUrl: short });
    expect(addressFields(short, { ...none, url: short })).toEqual({ ...none, archiveUrl: short });
  });

  it('that was typed is offered to be taken apart, once', () => {
    for (const entry of [
      { ...none, url: copy },
      { ...none, archiveUrl: copy },
    ]) {
      const told = untakenFields(entry);
      expect(told).toMatchObject({ url: 'https://a.example/1', capturedAt: '2025-02-08T10:30:15Z' });
      expect(untakenFields({ ...entry, ...told })).toBeNull();
    }
    expect(untakenFields({ url: 'https://own.example/', archiveUrl: copy, capturedAt: '2025' })).toBeNull();
    expect(untakenFields(none)).toBeNull();
  });

  it('in its own field replaces no page that a person gave', () => {
    expect(archiveFields(copy, { ...none, url: 'https://own.example/' })).toEqual({
      archiveUrl: copy,
      capturedAt: '2025-02-08T10:30:15Z',
    });
    expect(archiveFields(copy, none)).toMatchObject({ url: 'https://a.example/1' });
    expect(archiveFields('https://unknown.example/copy', none)).toEqual({
      archiveUrl: 'https://unknown.example/copy',
    });
  });
});

describe('the claims to quote for', () => {
  it('are those of other stories, the last looked at first, then the newest', () => {
    const claim = (id: string, story: string, createdAt: string) =>
      ({
        type: 'claim.add',
        claim: { ...claimOn(id, story, [anchorOn(OLD_TEXT, 'bridge')]), createdAt },
      }) as const;
    const project = projectWith(
      { type: 'story.add', story: storyRef('s') },
      { type: 'story.add', story: storyRef('t') },
      claim('own', 's', '2025-01-09T00:00:00Z'),
      claim('old', 't', '2025-01-01T00:00:00Z'),
      claim('new', 't', '2025-01-03T00:00:00Z'),
      claim('seen', 't', '2025-01-02T00:00:00Z'),
    );
    const ids = (recent: string[]) => claimsToQuoteFor(project, 'd/s', recent).map(({ id }) => id);
    expect(ids([])).toEqual(['new', 'seen', 'old']);
    expect(ids(['own', 'seen', 'gone'])).toEqual(['seen', 'new', 'old']);
  });
});
