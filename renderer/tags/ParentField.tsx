import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { pathOf } from './codebook.ts';

interface Props {
  project: Project;
  choices: readonly Tag[];
  parentId: string | null;
  onChange: (parentId: string | null) => void;
  disabled: boolean;
}

/** The tag above a tag, or none. */
export function ParentField({ project, choices, parentId, onChange, disabled }: Props) {
  const { t } = useTranslator();
  return (
    <SelectField
      label={t('tag.parent')}
      value={parentId ?? ''}
      options={[
        { value: '', label: t('tag.parent.none') },
        ...choices.map((tag) => ({ value: tag.id, label: pathOf(project, tag) })),
      ]}
      onChange={(value) => onChange(value === '' ? null : value)}
      disabled={disabled}
    />
  );
}
