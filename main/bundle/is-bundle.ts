import { openPromise } from 'yauzl';
import { MANIFEST } from '../../app/bundle/paths.ts';

/** Entries of a zip that are looked at: other zips have millions. */
const MOST_ENTRIES = 100_000;
const START_BYTES = 200;

/** Whether a file says that it is a bundle. Proves nothing. */
export async function isBundle(path: string): Promise<boolean> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false }).catch(
    () => null,
  );
  if (zip === null) return false;
  zip.on('error', () => undefined);
  try {
    let looked = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileNameRaw.toString('latin1') === MANIFEST) {
        for await (const chunk of await zip.openReadStreamPromise(entry))
          return (chunk as Buffer).subarray(0, START_BYTES).includes('"uratori-bundle"');
        return false;
      }
      looked += 1;
      if (looked === MOST_ENTRIES) return false;
    }
    return false;
  } catch {
    return false;
  } finally {
    zip.close();
  }
}
