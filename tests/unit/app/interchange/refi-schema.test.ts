import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { AnnotationSet } from '../../../../app/interchange/annotation-set.ts';
import type { Interchange } from '../../../../app/interchange/format.ts';
import { INTERCHANGES } from '../../../../app/interchange/formats.ts';
import { ORIGIN, sets } from './arbitrary.ts';

/** The schemas of the REFI group, beside the repository; elsewhere these tests are left out. */
const folder = new URL('../../../../../shared/corpora/refi-qda/', import.meta.url).pathname;

async function faultsOf(format: Interchange, file: string, schema: string, set: AnnotationSet) {
  const [written] = [...format.write(set, ORIGIN)].filter(({ name }) => name === file);
  const { errors } = await validateXML({
    xml: [{ fileName: file, contents: [...(written?.chunks ?? [])].join('') }],
    schema: [readFileSync(folder + schema, 'utf8')],
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}

describe.skipIf(!existsSync(folder))('the schemas of REFI-QDA', () => {
  const samples = fc.sample(sets, { numRuns: 25, seed: 3 });

  it('hold for every project', { timeout: 60_000 }, async () => {
    for (const set of samples)
      expect(await faultsOf(INTERCHANGES.qdpx, 'project.qde', 'Project.xsd', set)).toEqual([]);
  });

  it('hold for every codebook that has a tag', { timeout: 60_000 }, async () => {
    for (const set of samples.filter(({ tags }) => tags.length > 0))
      expect(await faultsOf(INTERCHANGES.qdc, 'codebook.qdc', 'Codebook.xsd', set)).toEqual([]);
  });

  it('would find a fault', async () => {
    const broken: Interchange = {
      ...INTERCHANGES.qdc,
      *write() {
        yield { name: 'codebook.qdc', chunks: ['<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>'] };
      },
    };
    const [set] = samples as [AnnotationSet];
    expect(await faultsOf(broken, 'codebook.qdc', 'Codebook.xsd', set)).not.toEqual([]);
  });
});
