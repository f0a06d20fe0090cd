import { join } from 'node:path';
import { PROJECT } from '../../app/bundle/paths.ts';
import type { Verification } from '../../app/bundle/verification.ts';
import { newFolder } from '../export/new-folder.ts';
import { type VerifyOptions, verifyInto } from './verify.ts';

export interface ExtractedBundle {
  verification: Verification;
  /** The project file, ready to be opened; null where the bundle was not unpacked, since it is not whole. */
  projectFile: string | null;
}

/**
 * Unpacks a bundle into a new folder once it was verified there: before that nobody finds it under its name.
 * @param allowMissing also where dumps or attachments were left out of it
 * @throws what `newFolder` and `verifyBundle` throw; then, and where it is not whole, nothing of it stays
 */
export async function extractBundle(
  path: string,
  into: string,
  options: VerifyOptions & { allowMissing: boolean },
): Promise<ExtractedBundle> {
  const { made, path: folder } = await newFolder(into, async (aside) => {
    const verification = await verifyInto(path, aside, options);
    const { outcome } = verification;
    return {
      made: verification,
      keep: outcome === 'whole' || (outcome === 'unproven' && options.allowMissing),
    };
  });
  return { verification: made, projectFile: folder && join(folder, PROJECT) };
}
