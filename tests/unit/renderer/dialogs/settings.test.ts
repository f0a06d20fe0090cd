import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { FIJ_SCALE, SIMPLE_SCALE } from '../../../../app/rating-scale.ts';
import { ACTION_IDS } from '../../../../renderer/keys/actions.ts';
import { keymap, keysOf } from '../../../../renderer/keys/keymap.ts';
import {
  type OwnKeys,
  takenBy,
  unreachable,
  withDefault,
  withKey,
  withoutKey,
} from '../../../../renderer/settings/key-changes.ts';
import {
  choosableScales,
  isComplete,
  plainMapping,
  usedRatings,
} from '../../../../renderer/settings/scale-mapping.ts';
import { anchorOn, claimOn, OLD_TEXT, projectWith, storyRef } from './desk.ts';

const anchor = anchorOn(OLD_TEXT, 'six');
const project = projectWith(
  { type: 'story.add', story: storyRef('s') },
  ...['disputed', 'disputed', 'verified', null].map((rating, index) => ({
    type: 'claim.add' as const,
    claim: claimOn(`c${index}`, 's', [anchor], rating),
  })),
);

describe('changing the scale', () => {
  const used = usedRatings(project);

  it('asks for every rating in use, with the number of claims', () => {
    expect(used.map(({ rating, claims }) => [rating.id, claims])).toEqual([
      ['verified', 1],
      ['disputed', 2],
    ]);
  });

  it('proposes a rating only where there is no choice, and 虚偽 for nothing else', () => {
    expect(plainMapping(used, FIJ_SCALE)).toEqual({});
    expect(isComplete(used, FIJ_SCALE, plainMapping(used, FIJ_SCALE))).toBe(false);
    const all = FIJ_SCALE.ratings.map((rating) => ({ rating, claims: 1 }));
    expect(plainMapping(all, SIMPLE_SCALE)).toMatchObject({ false: 'disputed', reserved: 'unresolved' });
    expect(plainMapping(all, SIMPLE_SCALE)).not.toHaveProperty('out-of-scope');
    // What a person has called so stays so where the scale still has it.
    for (const scale of [FIJ_SCALE, SIMPLE_SCALE])
      for (const [from, to] of Object.entries(plainMapping(all, scale)))
        if (to === 'deliberately-false') expect(from).toBe('deliberately-false');
  });

  it('is complete when the core accepts it', () => {
    const mapping = { verified: 'accurate', disputed: 'false' };
    expect(isComplete(used, FIJ_SCALE, mapping)).toBe(true);
    const changed = apply(project, { type: 'scale.change', scale: FIJ_SCALE, mapping, ratings: {} });
    expect(changed.project.claims.get('c1')?.ratingId).toBe('false');
    expect(changed.project.claims.get('c3')?.ratingId).toBeNull();
  });

  it("offers a scale of the project's own beside the built-in ones", () => {
    const own = { ...SIMPLE_SCALE, id: 'own' };
    expect(choosableScales(own).map(({ id }) => id)).toEqual(['own', 'simple', 'fij']);
    expect(choosableScales(FIJ_SCALE).map(({ id }) => id)).toEqual(['simple', 'fij']);
  });
});

describe('changing keys', () => {
  const changes = fc.array(
    fc.tuple(fc.constantFrom(...ACTION_IDS), fc.constantFrom('j', 'k', 'Mod+k', 'Alt+9', 'F9'), fc.boolean()),
    { maxLength: 12 },
  );
  const changed = (list: [(typeof ACTION_IDS)[number], string, boolean][]) =>
    list.reduce<OwnKeys>(
      (own, [id, keys, add]) => (add ? withKey(own, id, keys) : withoutKey(own, id, keys)),
      {},
    );

  it('never leaves one combination on two actions', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const own = changed(list);
        for (const id of ACTION_IDS) expect(unreachable(own, id)).toEqual([]);
      }),
    );
  });

  it('makes the pressed combination do what was chosen', () => {
    fc.assert(
      fc.property(
        changes,
        fc.constantFrom(...ACTION_IDS),
        fc.constantFrom('j', 'Mod+k', 'F9'),
        (list, id, keys) => {
          expect(keymap(withKey(changed(list), id, keys)).get(keys)).toBe(id);
        },
      ),
    );
  });

  it('keeps nothing of its own for an action that has the keys it came with', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const own = changed(list);
        const reset = ACTION_IDS.reduce(withDefault, own);
        expect(reset).toEqual({});
      }),
    );
    expect(withKey(withoutKey({}, 'next-story', 'j'), 'next-story', 'j')).toEqual({});
  });

  it('names the action that has a combination already', () => {
    expect(takenBy({}, 'j', 'previous-story')).toBe('next-story');
    expect(takenBy({}, 'j', 'next-story')).toBeNull();
    expect(takenBy({}, 'Alt+9', 'next-story')).toBeNull();
  });

  it('comes with no combination on two actions', () => {
    for (const id of ACTION_IDS) expect(unreachable({}, id)).toEqual([]);
  });

  it('says which keys of settings written by hand are out of reach', () => {
    const own = { 'last-story': ['j'] };
    expect(unreachable(own, 'last-story')).toEqual([{ combination: 'j', by: 'next-story' }]);
    expect(keysOf('last-story', own)).toEqual(['j']);
  });
});
