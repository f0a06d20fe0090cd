import type { ColumnMapping, ColumnPath } from '../../../app/formats/column-mapping.ts';
import type { ColumnSample } from '../../../app/formats/mapping/columns.ts';
import { useTranslator } from '../../i18n/context.ts';
import { SelectField } from '../../ui/SelectField.tsx';

interface Props {
  columns: readonly ColumnSample[];
  /** null: no column looks like text, and none was chosen. */
  mapping: ColumnMapping | null;
  onChange: (mapping: ColumnMapping) => void;
}

const OTHER_ROLES = ['title', 'name', 'handle', 'date', 'link', 'lang', 'id'] as const;
const NONE = '';
const NOTHING: Omit<ColumnMapping, 'text'> = {
  id: null,
  title: null,
  name: null,
  handle: null,
  date: null,
  lang: null,
  link: null,
};
const optionOf = (path: ColumnPath | null | undefined) => (path ? JSON.stringify(path) : NONE);
const pathOf = (value: string): ColumnPath | null =>
  value === NONE ? null : (JSON.parse(value) as ColumnPath);

/** Which column of a table, or key of its records, holds what of a story. */
export function MappingFields({ columns, mapping, onChange }: Props) {
  const { t } = useTranslator();
  const none = { value: NONE, label: t('mapping.none') };
  const options = columns.map(({ path, example }) => ({
    value: optionOf(path),
    label: t('mapping.column', { name: path.join(' › '), example }),
  }));
  const texts = mapping?.text ?? [];
  const setTexts = (text: ColumnPath[]) => {
    if (text.length > 0) onChange({ ...NOTHING, ...mapping, text });
  };
  return (
    <fieldset className="split-rules mapping-fields">
      <legend>{t('mapping.legend')}</legend>
      {[...texts, null].map((path, index) => (
        <div key={optionOf(path)} className="mapping-text">
          <SelectField
            label={t(index === 0 ? 'mapping.text' : 'mapping.more-text')}
            value={optionOf(path)}
            options={index === 0 && texts.length > 0 ? options : [none, ...options]}
            onChange={(value) => {
              const chosen = pathOf(value);
              setTexts(texts.toSpliced(index, 1, ...(chosen ? [chosen] : [])));
            }}
            disabled={false}
          />
        </div>
      ))}
      {OTHER_ROLES.map((role) => (
        <SelectField
          key={role}
          label={t(`mapping.${role}`)}
          value={optionOf(mapping?.[role])}
          options={[none, ...options]}
          onChange={(value) => {
            if (mapping) onChange({ ...mapping, [role]: pathOf(value) });
          }}
          disabled={mapping === null}
        />
      ))}
    </fieldset>
  );
}
