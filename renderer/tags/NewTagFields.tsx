import type { Project } from '../../app/project.ts';
import type { Tag, TagColour } from '../../app/tag.ts';
import { ColourPicker } from './ColourPicker.tsx';
import { ParentField } from './ParentField.tsx';

/** What a person chose for a tag that is about to be made; undefined: as the program proposes. */
export interface NewTagLook {
  colour?: TagColour;
  parentId?: string | null;
}

interface Props {
  project: Project;
  choices: readonly Tag[];
  colour: TagColour;
  parentId: string | null;
  onChange: (changes: NewTagLook) => void;
}

export function NewTagFields({ project, choices, colour, parentId, onChange }: Props) {
  return (
    <div className="new-tag">
      <ColourPicker value={colour} onChange={(chosen) => onChange({ colour: chosen })} disabled={false} />
      {choices.length === 0 ? null : (
        <ParentField
          project={project}
          choices={choices}
          parentId={parentId}
          onChange={(chosen) => onChange({ parentId: chosen })}
          disabled={false}
        />
      )}
    </div>
  );
}
