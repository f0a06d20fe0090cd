import type { Comparison } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import type { FieldChange, RecordChange } from '../../app/project-diff.ts';
import { useTranslator } from '../i18n/context.ts';
import { byStory, nameOf, valueWords } from './diff-words.ts';
import { StoryOfLine } from './StoryOfLine.tsx';

/** Differences by story, each field with what it was and what it is. */
export function Differences({ comparison, project }: { comparison: Comparison; project: Project }) {
  const { t } = useTranslator();
  const { title, sameProject, fields, records, more } = comparison;
  const count = fields.length + records.length + more;
  return (
    <>
      <p role="status">
        {count === 0 ? t('diff.same') : t('diff.count', { title: title || t('project.untitled'), count })}
        {sameProject ? null : ` ${t('diff.another-project')}`}
      </p>
      {fields.length > 0 ? <FieldList fields={fields} project={project} /> : null}
      {byStory(records).map(([key, changes]) => (
        <section key={key ?? ''} className="diff-story">
          {key === null ? null : <StoryOfLine storyKey={key} />}
          <ul>
            {changes.map((change) => (
              <DiffItem key={`${change.table} ${change.key}`} change={change} project={project} />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 ? <p className="faint">{t('history.more', { more })}</p> : null}
    </>
  );
}

function DiffItem({ change, project }: { change: RecordChange; project: Project }) {
  const { t } = useTranslator();
  const table = isTable(change.table) ? t(`diff.table.${change.table}`) : change.table;
  return (
    <li data-change={change.change}>
      <p>
        <span className="diff-sign">{t(`diff.${change.change}`)}</span> {table}{' '}
        <span className="diff-name">{nameOf(change, project)}</span>
      </p>
      {change.fields.length > 0 ? <FieldList fields={change.fields} project={project} /> : null}
    </li>
  );
}

function FieldList({ fields, project }: { fields: readonly FieldChange[]; project: Project }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <dl className="diff-fields">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{isField(field) ? t(`diff.field.${field}`) : field}</dt>
          <dd>
            <del>{valueWords(field, before, project, translator)}</del> <span aria-hidden>→</span>{' '}
            <ins>{valueWords(field, after, project, translator)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lists and fields that have a name in words; a new one is shown by its own. */
const TABLES = [
  'dumps',
  'stories',
  'tags',
  'claims',
  'evidence',
  'taggings',
  'notes',
  'reviews',
  'storyNotes',
  'filters',
  'queues',
  'glossary',
] as const;
const FIELDS = [
  'title',
  'scale',
  'wording',
  'claimant',
  'ratingId',
  'rationale',
  'anchors',
  'state',
  'stance',
  'url',
  'archiveUrl',
  'quote',
  'publisher',
  'name',
  'colour',
  'description',
  'comment',
  'suggestion',
  'by',
  'at',
] as const;

function isTable(name: string): name is (typeof TABLES)[number] {
  return TABLES.some((table) => table === name);
}

function isField(name: string): name is (typeof FIELDS)[number] {
  return FIELDS.some((field) => field === name);
}
