import { describe, expect, test } from 'vitest';
import { commandSchema, parseCommand } from '../../../app/commands.ts';
import type { UratoriError } from '../../../app/problem.ts';

describe('parseCommand', () => {
  test('gives the command, and refuses what is none with the place of the fault', () => {
    const rename = { type: 'project.rename', title: 'T' };
    expect(parseCommand(rename)).toEqual(rename);
    expect(
      parseCommand({ type: 'batch', commands: [rename, { type: 'batch', commands: [rename] }] }),
    ).toMatchObject({
      commands: [rename, {}],
    });
    expect(
      faultOf({
        type: 'tag.add',
        tag: { id: 'a', name: ' ', colour: 'blue', parentId: null, description: '' },
      }),
    ).toBe('tag.name');
    expect(faultOf({ type: 'batch', commands: [rename, { ...rename, title: 3 }] })).toBe('commands.1.title');
    expect(faultOf({ type: 'batch', commands: [] })).toBe('commands');
    expect(faultOf({ ...rename, more: 1 })).toBe('command');
    for (const nonsense of [null, 1, 'x', [], {}, { type: 'undo' }, { type: 'no.such' }]) {
      expect(() => parseCommand(nonsense)).toThrow('command-invalid');
    }
  });

  test('an anchor whose quote is not as long as its range is refused', () => {
    const anchor = { segment: 0, start: 0, end: 3, quote: 'ab', prefix: '', suffix: '' };
    const edit = (quote: string) => ({
      type: 'claim.edit',
      claimId: 'c',
      changes: { anchors: [{ ...anchor, quote }] },
    });
    expect(commandSchema.safeParse(edit('abc')).success).toBe(true);
    expect(faultOf(edit('ab'))).toBe('changes.anchors.0');
  });

  test('only http and https become links of evidence', () => {
    const add = (url: string) => ({
      type: 'evidence.add',
      claimId: 'c',
      before: null,
      evidence: {
        id: 'e',
        stance: 'supports',
        title: '',
        url,
        archiveUrl: '',
        publisher: '',
        publishedAt: '',
        quote: '',
        file: null,
        addedAt: '2025-02-08T00:00:00Z',
      },
    });
    expect(parseCommand(add('https://example.org/'))).toMatchObject({ claimId: 'c' });
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://a b'])
      expect(faultOf(add(url))).toBe('evidence.url');
  });

  test('an id that JSON records cannot carry is refused', () => {
    const rating = { label: { en: 'x', ja: 'x' }, meaning: { en: 'x', ja: 'x' }, outcome: 'verified' };
    const scale = (id: string) => ({
      id: 's',
      name: { en: 's', ja: 's' },
      credit: null,
      ratings: [{ ...rating, id }],
    });
    const change = (id: string) => ({ type: 'scale.change', scale: scale(id), mapping: {}, ratings: {} });
    expect(parseCommand(change('constructor'))).toMatchObject({ mapping: {} });
    expect(faultOf(change('__proto__'))).toBe('scale.ratings.0.id');
  });
});

function faultOf(value: unknown): string {
  try {
    parseCommand(value);
    return 'accepted';
  } catch (thrown) {
    return String((thrown as UratoriError).params.path);
  }
}
