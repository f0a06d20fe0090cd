import { describe, expect, it } from 'vitest';
import { CRATE_FILE, type CrateFile, mediaTypeOf, roCrate } from '../../../../app/interchange/ro-crate.ts';

interface Entity {
  '@id': string;
  '@type': string;
  [property: string]: unknown;
}

const STANDARD = { name: 'brat standoff', url: 'https://brat.nlplab.org/standoff.html' };
const file = (name: string): CrateFile => ({
  ...{ name, bytes: 12, sha256: 'ab'.repeat(32), mediaType: mediaTypeOf(name), conformsTo: STANDARD },
});
const CRATE = {
  ...{ name: '港の検証', description: 'Annotations of an Uratori project', version: '0.1.0' },
  createdAt: '2025-03-01T09:30:00.000Z',
  sources: [
    { name: 'harbour.txt', bytes: 340, sha256: 'cd'.repeat(32) },
    { name: 'pier.txt', bytes: 5, sha256: null },
  ],
};

function entitiesOf(files: readonly CrateFile[], crate = CRATE): Map<string, Entity> {
  const { '@context': context, '@graph': graph } = JSON.parse([...roCrate(crate, files)].join(''));
  expect(context).toBe('https://w3id.org/ro/crate/1.2/context');
  const byId = new Map((graph as Entity[]).map((entity) => [entity['@id'], entity]));
  expect(byId.size).toBe(graph.length);
  return byId;
}

const FILES = ['0001.txt', 'texts/a b.txt', '面試 100%.ann', 'a:b?c#d.conf', 'page.jsonld'].map(file);

// The rules of https://www.researchobject.org/ro-crate/specification/1.2/, by its chapters.
describe('RO-Crate metadata', () => {
  it('are flattened JSON-LD: every entity at the top, named once, others only referred to', () => {
    for (const entity of entitiesOf(FILES).values()) {
      expect(entity['@type']).toEqual(expect.any(String));
      for (const value of Object.values(entity).flat())
        if (typeof value === 'object') expect(Object.keys(value as object)).toEqual(['@id']);
        else expect(typeof value).toBe('string');
    }
  });

  it('refer to nothing that is not described, but the specification itself', () => {
    const entities = entitiesOf(FILES);
    const references = [...entities.values()].flatMap((entity) =>
      Object.values(entity)
        .flat()
        .flatMap((value) => (typeof value === 'object' ? [(value as Entity)['@id']] : [])),
    );
    expect(references.filter((id) => !entities.has(id))).toEqual(['https://w3id.org/ro/crate/1.2']);
    for (const id of entities.keys()) if (id !== CRATE_FILE) expect(references).toContain(id);
  });

  it('have a descriptor that is about the root, and a root that has what it must', () => {
    const entities = entitiesOf(FILES);
    expect(entities.get(CRATE_FILE)).toEqual({
      ...{ '@id': CRATE_FILE, '@type': 'CreativeWork', about: { '@id': './' } },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    expect(entities.get('./')).toMatchObject({
      ...{ '@type': 'Dataset', name: '港の検証', datePublished: '2025-03-01T09:30:00.000Z' },
      ...{ description: expect.any(String), license: expect.stringMatching(/^Not stated/u) },
    });
    expect(entitiesOf(FILES, { ...CRATE, name: '' }).get('./')?.name).not.toBe('');
  });

  it('list every file under a valid relative address, with its type, size and hash', () => {
    const entities = entitiesOf(FILES);
    const { hasPart } = entities.get('./') as Entity;
    const parts = (hasPart as Entity[]).map((part) => part['@id']);
    expect(parts).toEqual([
      ...['0001.txt', 'texts/a%20b.txt', '面試%20100%25.ann', 'a%3Ab%3Fc%23d.conf', 'page.jsonld'],
    ]);
    for (const [index, id] of parts.entries()) {
      const { href } = new URL(id, 'https://example.test/crate/');
      expect(decodeURIComponent(href)).toBe(`https://example.test/crate/${FILES[index]?.name}`);
      expect(entities.get(id)).toMatchObject({ '@type': 'File', contentSize: '12', sha256: 'ab'.repeat(32) });
    }
    expect(entities.get('page.jsonld')?.encodingFormat).toBe('application/ld+json');
    expect(entities.get(STANDARD.url)).toEqual({
      ...{ '@id': STANDARD.url, '@type': 'CreativeWork', name: 'brat standoff' },
    });
  });

  it('say what made it, of what and when; a dump that is not in it is no part of it', () => {
    const entities = entitiesOf(FILES);
    const dumps = [{ '@id': '#dump-1' }, { '@id': '#dump-2' }];
    expect(entities.get('#export')).toMatchObject({
      ...{ '@type': 'CreateAction', endTime: '2025-03-01T09:30:00.000Z', instrument: { '@id': '#uratori' } },
      ...{ object: dumps, result: { '@id': './' } },
    });
    expect(entities.get('#uratori')).toMatchObject({ '@type': 'SoftwareApplication', version: '0.1.0' });
    expect(entities.get('./')?.mentions).toEqual([{ '@id': '#export' }, ...dumps]);
    expect(entities.get('#dump-1')).toMatchObject({ name: 'harbour.txt', sha256: 'cd'.repeat(32) });
    expect(entities.get('#dump-2')).not.toHaveProperty('sha256');
  });
});
