import { z } from 'zod';
import { LOCALES } from '../settings.ts';
import { foldersOf, isKnownPath, isSafePath, pathKey } from './paths.ts';

export const BUNDLE_VERSION = 1;
/** `whole`: dumps as they are. `cited`: only the stories that something in the project is about. */
export const BUNDLE_MODES = ['cited', 'whole'] as const;
export type BundleMode = (typeof BUNDLE_MODES)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const bytes = z.number().int().nonnegative();
const path = z.string().refine((value) => isSafePath(value) && isKnownPath(value), 'not a path of a bundle');

const fileSchema = z.strictObject({ path, bytes, sha256 });
export type BundledFile = z.infer<typeof fileSchema>;

const dumpSchema = z.strictObject({
  /** The project's id for it. */
  id: z.string().min(1),
  /** As it was called; without folders. */
  name: z.string().min(1),
  /** What it was when the bundle was made, also where only stories of it are here; null where nobody has read it. */
  format: z.string(),
  encoding: z.string(),
  bytes,
  sha256: sha256.nullable(),
  /**
   * `whole`: the file or folder `path` is the dump. `cited`: the file `path` has stories of it (docs/bundle.md).
   * `missing`: it was not at hand; nothing of it is here.
   */
  as: z.enum(['whole', 'cited', 'missing']),
  path: path.nullable(),
  /** Stories of the project that are in it. */
  stories: z.number().int().nonnegative(),
});
export type BundledDump = z.infer<typeof dumpSchema>;

export const manifestSchema = z
  .strictObject({
    format: z.literal('uratori-bundle'),
    version: z.literal(BUNDLE_VERSION),
    /** What made it: version of the program, and of the words for dates and numbers of its system. */
    madeWith: z.strictObject({ uratori: z.string(), icu: z.string() }),
    /** ISO 8601 in UTC. */
    madeAt: z.iso.datetime(),
    mode: z.enum(BUNDLE_MODES),
    project: z.strictObject({ id: z.string().min(1), title: z.string() }),
    report: z.strictObject({ locale: z.enum(LOCALES) }).nullable(),
    /** In ascending order of id. */
    dumps: z.array(dumpSchema),
    /** Attachments that evidence names and nobody had when the bundle was made, by SHA-256, in ascending order. */
    missingAttachments: z.array(sha256),
    /** Everything in the bundle but the manifest itself, in ascending order of path. */
    files: z.array(fileSchema),
  })
  .superRefine(({ files, dumps, mode }, context) => {
    const keys = new Set(files.map((file) => pathKey(file.path)));
    if (keys.size < files.length) context.addIssue({ code: 'custom', message: 'two files have one path' });
    if (files.some((file) => foldersOf(file.path).some((folder) => keys.has(pathKey(folder.slice(0, -1))))))
      context.addIssue({ code: 'custom', message: 'a file is a folder as well' });
    if (new Set(dumps.map(({ id }) => id)).size < dumps.length)
      context.addIssue({ code: 'custom', message: 'two dumps have one id' });
    for (const [index, dump] of dumps.entries()) {
      if ((dump.as === 'missing') !== (dump.path === null) || (dump.as !== 'missing' && dump.as !== mode))
        context.addIssue({
          code: 'custom',
          message: 'a dump is not as the mode has it',
          path: ['dumps', index],
        });
    }
  });
/** The content of `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>;

/** As it stands in the bundle: the same manifest gives the same bytes. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
