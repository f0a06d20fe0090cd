import { expect, it } from 'vitest';
import { callSchemas } from '../../../app/contract.ts';
import { CALL_NAMES, EVENT_NAMES } from '../../../app/contract-names.ts';

it('every call with a schema has its name, and no other', () => {
  expect([...CALL_NAMES].sort()).toEqual(Object.keys(callSchemas).sort());
});

it('every event is named once', () => {
  expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
});
