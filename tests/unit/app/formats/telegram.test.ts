import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { telegram } from '../../../../app/formats/telegram/telegram.ts';
import { expectSound, expectSturdy } from './laws.ts';
import { entryOf, headOf, readAll } from './support.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/dumps/telegram/${name}`, import.meta.url), 'utf8');
const RESULT = fixture('result.json');
const PAGE = fixture('messages.html');
const CHANNEL = { name: '港ニュース Minato News', handle: null };

const sniff = async (content: string) => telegram.sniff(await headOf(entryOf('x', content)));
const read = (content: unknown) =>
  readAll(telegram, entryOf('result.json', typeof content === 'string' ? content : JSON.stringify(content)));

describe('result.json of Telegram Desktop', () => {
  it('is recognised by what it says, of a chat or of an account', async () => {
    expect(await sniff(RESULT)).toBeGreaterThan(0.9);
    expect(
      await sniff('{\n "about": "Here is the data you requested. Remember: Telegram is ad free'),
    ).toBeGreaterThan(0.8);
    expect(await sniff('{"type":"public_channel","posts":[]}')).toBe(0);
  });

  it('has a story for each message that somebody wrote', async () => {
    const found = await read(RESULT);
    expectSound(found, entryOf('result.json', ''));
    expect(found.problems).toEqual([]);
    expect(found.records.map(({ id, text }) => [id, text])).toEqual([
      ['1700000001/2', '港の貨物は1月に12%増えた。\n詳しくは統計 port.minato.example/jp #港\nAoi'],
      ['1700000001/3', 'All ferries stay in port.'],
      ['1700000001/4', 'berths.pdf'],
      ['1700000001/5', 'When will it sail?\nToday\nTomorrow'],
      ['1700000001/7', 'Pier 3, Minato'],
    ]);
  });

  it('gives a post of a channel as a reader saw it', async () => {
    const { records } = await read(RESULT);
    expect(records[0]).toMatchObject({
      source: CHANNEL,
      publishedAt: '2025-02-08T01:30:05Z',
      precision: 'second',
      lang: 'ja',
      links: ['https://port.minato.example/statistics', 'https://port.minato.example/jp'],
      hashtags: ['港'],
      media: ['photos/photo_1@08-02-2025_10-30-05.jpg'],
      link: null,
      relations: [],
      details: [{ kind: 'edited', value: '2025-02-08T02:00:00Z' }],
      origin: { entry: 'result.json', unit: 'line', position: 18 },
    });
    const byline = records[0]?.segments.at(-1);
    expect([byline?.kind, records[0]?.text.slice(byline?.start, byline?.end)]).toEqual(['byline', 'Aoi']);
  });

  it('keeps answers, also those to other chats, and from whom something was passed on', async () => {
    const { records } = await read(RESULT);
    expect(records[1]?.relations).toEqual([
      { kind: 'reply', id: '1700000001/2', link: null, source: null },
      { kind: 'repost', id: null, link: null, source: { name: 'Kamome Ferry', handle: null } },
    ]);
    expect(records[2]?.relations).toMatchObject([{ kind: 'reply', id: '1700000002/7' }]);
  });

  it('names files that were left out, and the chat where somebody else wrote', async () => {
    const { records } = await read(RESULT);
    expect(records[2]).toMatchObject({ source: null, media: [] });
    expect(records[2]?.details).toEqual([
      { kind: 'category', value: CHANNEL.name },
      { kind: 'attachment', value: 'berths.pdf' },
    ]);
    expect(records[4]?.details).toContainEqual({ kind: 'place', value: 'Pier 3, Minato' });
  });

  it('has local time where it says nothing else, as exports of long ago', async () => {
    const { records } = await read(RESULT);
    expect(records[3]?.publishedAt).toBe('2025-02-08T12:40:00');
  });

  it('of an account tells its chats apart, also those that were left and those without a name', async () => {
    const message = (text: string) => ({
      id: 1,
      type: 'message',
      from: 'Aoi',
      date_unixtime: '1738978205',
      text,
    });
    const account = {
      about: 'Telegram',
      personal_information: { user_id: 7 },
      chats: {
        about: 'x',
        list: [
          { name: 'Harbour', type: 'private_group', id: 11, messages: [message('a')] },
          { type: 'saved_messages', id: 7, messages: [message('b')] },
          { name: null, type: 'personal_chat', id: 12, messages: [] },
        ],
      },
      left_chats: {
        about: 'y',
        list: [{ name: 'Old', type: 'private_channel', id: 13, messages: [message('c')] }],
      },
    };
    const { records } = await read(account);
    expect(records.map(({ id, text, details }) => [id, text, details.map(({ value }) => value)])).toEqual([
      ['11/1', 'a', ['Harbour']],
      ['7/1', 'b', []],
      ['13/1', 'c', ['Old']],
    ]);
  });

  it('is read as far as it goes when it is damaged', async () => {
    const broken = RESULT.replace('"id": 3,', '"id": 3,,');
    const found = await read(broken);
    expect(found.records).toHaveLength(4);
    expect(found.problems).toMatchObject([
      { code: 'record-bad-json', params: { unit: 'line', position: 56 } },
    ]);
    expect(
      (await read({ type: 'public_channel', messages: [7, { type: 'message' }] })).problems,
    ).toMatchObject([{ code: 'record-bad-shape' }, { code: 'record-bad-shape' }]);
    await expectSturdy(telegram, 'result.json', RESULT);
  });
});

describe('messages.html of Telegram Desktop', () => {
  it('is recognised by what it says', async () => {
    expect(await sniff(PAGE)).toBeGreaterThan(0.9);
    expect(await sniff('<html><div class="page_wrap"><div class="message">x</div></div></html>')).toBe(0);
  });

  it('has the same messages', async () => {
    const found = await readAll(telegram, entryOf('messages.html', PAGE));
    expectSound(found, entryOf('messages.html', ''));
    expect(found.problems).toEqual([]);
    expect(found.records.map(({ id, text, source }) => [id, source?.name, text])).toEqual([
      ['2', CHANNEL.name, '港の貨物は1月に12%増えた。\n詳しくは統計 #港\nAoi'],
      ['3', CHANNEL.name, 'All ferries stay in port & wait.'],
      ['4', 'Aoi', 'berths.pdf\n12.3 KB'],
      ['5', 'Aoi', 'When will it sail?\n- Today\n- Tomorrow'],
    ]);
    expect(found.records[0]).toMatchObject({
      publishedAt: '2025-02-08T10:30:05+09:00',
      links: ['https://port.minato.example/statistics'],
      media: ['photos/photo_1@08-02-2025_10-30-05.jpg'],
      details: [],
    });
    expect(found.records[1]?.relations).toEqual([
      { kind: 'reply', id: '2', link: null, source: null },
      { kind: 'repost', id: null, link: null, source: { name: 'Kamome Ferry', handle: null } },
    ]);
    expect(found.records[2]).toMatchObject({
      publishedAt: '2025-02-08T12:30:00',
      details: [
        { kind: 'category', value: CHANNEL.name },
        { kind: 'attachment', value: 'berths.pdf' },
      ],
    });
    expect(found.records[3]?.publishedAt).toBe('2025-02-08T12:40:00Z');
  });

  it('of an account counts its messages within the chat’s folder', async () => {
    const { records } = await readAll(telegram, entryOf('chats/chat_012/messages.html', PAGE));
    expect(records[0]?.id).toBe('chat_012/2');
    expect(records[1]?.relations[0]?.id).toBe('chat_012/2');
  });

  it('that ends too early has the messages before that', async () => {
    const cut = PAGE.slice(0, PAGE.indexOf('id="message5"'));
    const { records, problems } = await readAll(telegram, entryOf('messages.html', cut));
    expect(records).toHaveLength(3);
    expect(problems).toEqual([
      { code: 'entry-truncated', params: { entry: 'messages.html', byte: Buffer.byteLength(cut) } },
    ]);
    await expectSturdy(telegram, 'messages.html', PAGE);
  });
});
