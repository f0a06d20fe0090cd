import type { Conflict } from '../../app/merge/merge.ts';
import type { Project } from '../../app/project.ts';
import { valueWords } from '../history/diff-words.ts';
import { useTranslator } from '../i18n/context.ts';
import { MESSAGES, type MessageKey } from '../i18n/messages.ts';

interface Props {
  conflict: Conflict;
  which: 'mine' | 'theirs';
  record: Readonly<Record<string, unknown>>;
  project: Project;
}

/** One side of what is no claim: the fields that differ, or all that says something where the other side has none. */
export function FieldsSide({ conflict, which, record, project }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const fields =
    conflict.fields.length > 0
      ? conflict.fields.map((each) => ({ field: each.field, value: each[which] }))
      : Object.entries(record).flatMap(([field, value]) =>
          isShown(field) && value !== null && value !== '' ? [{ field, value }] : [],
        );
  const { by, createdBy } = record as { by?: string; createdBy?: string };
  const who = by ?? createdBy;
  return (
    <>
      {who === undefined ? null : (
        <p className="faint">
          <bdi>{who === '' ? t('verdict.nobody') : who}</bdi>
        </p>
      )}
      <dl className="merge-parts">
        {fields.map(({ field, value }) => (
          <div key={field} data-differs={conflict.fields.length > 0 || undefined}>
            <dt>{isKnown(`merge.field.${field}`) ? t(`merge.field.${field}` as MessageKey) : field}</dt>
            <dd>{wordsOf(field, value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );

  function wordsOf(field: string, value: unknown): string {
    const named = NAMED[field];
    const key = named ? `${named}${String(value)}` : '';
    if (isKnown(key)) return t(key);
    if (field === 'parentId') return project.tags.get(String(value))?.name ?? t('diff.nothing');
    if (Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string'))
      return value.join(', ');
    return valueWords(field, value, project, translator);
  }
}

/** Fields whose values have names of their own, by what the keys of these begin with. */
const NAMED: Readonly<Record<string, string>> = {
  kind: 'note.kind.',
  fidelity: 'fidelity.',
  colour: 'tag.colour.',
};

function isShown(field: string): boolean {
  return isKnown(`merge.field.${field}`) && field !== 'storyKey';
}

function isKnown(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES.en, key);
}
