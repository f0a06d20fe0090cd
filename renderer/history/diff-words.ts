import type { Project } from '../../app/project.ts';
import type { RecordChange } from '../../app/project-diff.ts';
import { findRating } from '../../app/rating-scale.ts';
import { plainText, richTextSchema } from '../../app/rich-text.ts';
import type { StoryKey } from '../../app/story.ts';
import type { Translator } from '../i18n/translator.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Entries that differ, by the story that they are about; what is about none comes first. In the order they came in. */
export function byStory(records: readonly RecordChange[]): [StoryKey | null, RecordChange[]][] {
  const groups = new Map<StoryKey | null, RecordChange[]>([[null, []]]);
  for (const record of records) groups.set(record.storyKey, [...(groups.get(record.storyKey) ?? []), record]);
  return [...groups].filter(([, list]) => list.length > 0);
}

/** What an entry is called, in its own words. */
export function nameOf({ before, after }: RecordChange, project: Project): string {
  const { wording, name, lead, title, quote, original, translation, tagId, source } = (after ??
    before ??
    {}) as Fields;
  const tag = typeof tagId === 'string' ? project.tags.get(tagId)?.name : undefined;
  const quotes = [original, translation].map((anchor) => (isRecord(anchor) ? anchor.quote : undefined));
  const texts = [wording, name, title, lead, quote, tag, ...quotes, source];
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}

/** The value of a field as a person reads it; what is none of the known kinds as JSON. */
export function valueWords(
  field: string,
  value: unknown,
  project: Project,
  { t, locale }: Translator,
): string {
  if (value === undefined || value === null || value === '') return t('diff.nothing');
  if (field === 'ratingId') return findRating(project.scale, String(value))?.label[locale] ?? String(value);
  if (field === 'tagId') return project.tags.get(String(value))?.name ?? String(value);
  if (typeof value === 'string') return value;
  if (field === 'anchors' && Array.isArray(value))
    return value.map((anchor) => (isRecord(anchor) ? String(anchor.quote) : '')).join(' / ');
  if (isRecord(value) && typeof value.quote === 'string') return value.quote;
  const rich = Array.isArray(value) && value.length > 0 ? richTextSchema.safeParse(value) : null;
  if (rich?.success) return plainText(rich.data);
  if (field === 'scale' && isRecord(value) && isRecord(value.name)) return String(value.name[locale]);
  return JSON.stringify(value);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
