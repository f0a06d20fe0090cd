import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../renderer/ui/draft.ts';

describe('a draft', () => {
  test('has nothing to send until it is edited', () => {
    const draft = new Draft('stored');
    expect(draft.dirty).toBe(false);
    expect(draft.take()).toBeNull();
    draft.edit('edited');
    expect(draft.dirty).toBe(true);
    expect(draft.take()).toEqual({ value: 'edited' });
  });

  test('is sent once: on its way it counts as sent', () => {
    const draft = new Draft('a');
    draft.edit('b');
    draft.take();
    expect(draft.take()).toBeNull();
    draft.receive('b', true);
    expect(draft.take()).toBeNull();
    expect(draft.value).toBe('b');
  });

  test('that is edited back to what is stored has nothing to send', () => {
    const draft = new Draft('a');
    draft.edit('b');
    draft.edit('a');
    expect(draft.take()).toBeNull();
  });

  test('is sent again after it was refused', () => {
    const draft = new Draft('a');
    draft.edit('b');
    const sent = draft.take();
    if (sent) draft.refused(sent);
    expect(draft.take()).toEqual({ value: 'b' });
  });

  test('that was refused stays when the same is stored as before, and goes when that changes', () => {
    const draft = new Draft({ text: 'a' }, (a, b) => a.text === b.text);
    draft.edit({ text: 'b' });
    const sent = draft.take();
    if (sent) draft.refused(sent);
    draft.receive({ text: 'a' }, false);
    expect(draft.take()).toEqual({ value: { text: 'b' } });
    const other = new Draft('a');
    other.edit('b');
    other.receive('c', false);
    expect(other.value).toBe('c');
  });

  test('takes a change from outside while it has nothing unsent, held or not', () => {
    for (const held of [true, false]) {
      const draft = new Draft('a');
      draft.receive('b', held);
      expect(draft.value).toBe('b');
      expect(draft.dirty).toBe(false);
    }
  });

  test('keeps unsent words while somebody is in the field, and sends them over the change', () => {
    const draft = new Draft('a');
    draft.edit('mine');
    draft.receive('theirs', true);
    expect(draft.value).toBe('mine');
    expect(draft.take()).toEqual({ value: 'mine' });
  });

  test('an undo of what was sent brings the old words back', () => {
    const draft = new Draft('a');
    draft.edit('b');
    draft.take();
    draft.receive('b', true);
    draft.receive('a', true);
    expect(draft.value).toBe('a');
    expect(draft.dirty).toBe(false);
  });

  test('words typed while the last change is on its way stay, and are sent after it', () => {
    const draft = new Draft('');
    draft.edit('a');
    draft.take();
    draft.edit('ab');
    draft.receive('a', true);
    expect(draft.value).toBe('ab');
    expect(draft.take()).toEqual({ value: 'ab' });
  });

  test('whatever is typed while changes travel, in the end exactly what stands in the field is stored', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), value: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ kind: fc.constant('send' as const) }),
      fc.record({ kind: fc.constant('arrive' as const) }),
      fc.record({ kind: fc.constant('refuse' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const draft = new Draft('');
        let stored = '';
        let travelling: { value: string }[] = [];
        let typed = '';
        const arrive = () => {
          for (const sent of travelling) {
            stored = sent.value;
            draft.receive(stored, true);
          }
          travelling = [];
        };
        for (const each of steps) {
          if (each.kind === 'edit') {
            typed = each.value;
            draft.edit(typed);
          } else if (each.kind === 'send') {
            const sent = draft.take();
            if (sent) travelling.push(sent);
          } else if (each.kind === 'arrive') arrive();
          else {
            const sent = travelling.pop();
            if (sent) draft.refused(sent);
          }
          expect(draft.value, 'typed words are never replaced').toBe(typed);
        }
        arrive();
        const last = draft.take();
        if (last) stored = last.value;
        expect(stored).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });
});
