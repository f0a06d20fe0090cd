import { expect, it } from 'vitest';
import { OpenRequests } from '../../../main/open-requests.ts';

it('what came before the interface waits for it, in order, and is told once', () => {
  const requests = new OpenRequests();
  const told: string[] = [];
  requests.add('/a');
  requests.add('/b');
  requests.ready((path) => told.push(path));
  requests.add('/c');
  requests.ready((path) => told.push(`again ${path}`));
  expect(told).toEqual(['/a', '/b', '/c']);
});

it('while the interface is away requests wait for the next one', () => {
  const requests = new OpenRequests();
  const told: string[] = [];
  requests.ready((path) => told.push(path));
  requests.away();
  requests.add('/a');
  expect(told).toEqual([]);
  requests.ready((path) => told.push(path));
  expect(told).toEqual(['/a']);
});
