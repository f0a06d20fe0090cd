import { guidOf } from '../refi/guids.ts';

export const PROJECT = 'project.qde';
export const NAMESPACE = 'urn:QDA-XML:project:1.0';

export function storyGuid(key: string): string {
  return guidOf('story', key);
}

/** REFI-QDA 1.5, 8.3: sources in the package stand in one folder, under GUIDs. */
export function sourcePath(guid: string): string {
  return `sources/${guid}.txt`;
}

export const INTERNAL = 'internal://';

/** What is known of a story, and of evidence, beside words: variables, all of them texts. */
export const STORY_VARIABLES = [
  ...(['story', 'language', 'source', 'handle', 'published', 'link', 'line ends'] as const),
] as const;
export const CLAIM_VARIABLES = ['claimant', 'carried from'] as const;
export const EVIDENCE_VARIABLES = [
  ...(['stance', 'publisher', 'evidence published', 'url', 'archive', 'captured', 'reliability'] as const),
  ...(['file', 'file sha256', 'quoted story', 'quoted start', 'quoted end'] as const),
] as const;
export const VARIABLES = [...STORY_VARIABLES, ...CLAIM_VARIABLES, ...EVIDENCE_VARIABLES];
export type Variable = (typeof VARIABLES)[number];

const GUIDS = Object.fromEntries(VARIABLES.map((name) => [name, guidOf('variable', name)])) as Readonly<
  Record<Variable, string>
>;
const NAMES: ReadonlyMap<string, Variable> = new Map(VARIABLES.map((name) => [GUIDS[name], name]));

export function variableGuid(name: Variable): string {
  return GUIDS[name];
}

/** null: a variable of others. */
export function variableOf(guid: string): Variable | null {
  return NAMES.get(guid) ?? null;
}
