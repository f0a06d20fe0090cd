import { type KeyboardEvent, useId, useState } from 'react';
import { PLAIN_TAG, type Tag } from '../../app/tag.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { Keys } from '../dialogs/Keys.tsx';
import { useActiveOption } from '../dialogs/use-active-option.ts';
import { useTranslator } from '../i18n/context.ts';
import { isComposing } from '../keys/keymap.ts';
import { anchorOf, type Desk, type Making, newTagging } from '../store/annotating.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { focusReading } from '../ui/focus.ts';
import { TagChip } from '../ui/TagChip.tsx';
import { codebook, colourFor, namesAbove } from './codebook.ts';
import { NewTagFields, type NewTagLook } from './NewTagFields.tsx';
import { existingTagging, newTagsAndTagging } from './tag-commands.ts';
import { findTyped, searchTags } from './typed-tag.ts';
import './tags.css';

interface Props {
  /** Called when a tag was put on something. */
  onDone: () => void;
  /** In the inspector: the list shows while the field has the focus, and the next tag can follow at once. */
  inline?: boolean;
}

/** Puts a tag on the selected text, or on the whole story where no text is selected; makes it where there is none. */
export function TagPicker({ onDone, inline = false }: Props) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  // Read here so that the picker follows what is open and selected.
  useWorkspaceState((state) => state.open);
  useWorkspaceState((state) => state.story);
  const selection = useWorkspaceState((state) => state.selection);
  const desk = workspace.desk();
  const id = useId();
  const [typed, type] = useState('');
  const [look, setLook] = useState<NewTagLook>({});
  const [open, setOpen] = useState(!inline);

  const anchor = desk && selection ? anchorOf(desk, selection) : null;
  const tags = desk ? searchTags(desk.project, typed, locale) : [];
  const found = desk ? findTyped(desk.project, typed) : null;
  const parentId = look.parentId === undefined ? (found?.parentId ?? null) : look.parentId;
  const creating = found !== null && found.missing.length > 0;
  const colour = look.colour ?? (desk ? colourFor(desk.project, parentId) : 'blue');

  const use = async (making: Making) => {
    if (!(await workspace.execute(making.command))) return;
    type('');
    setLook({});
    // In the inspector the same words may get another tag.
    if (!inline) workspace.selectText(null);
    workspace.select({ kind: 'tagging', id: making.id });
    onDone();
  };
  const choose = async (index: number) => {
    if (!desk || !found) return;
    const tag = tags[index];
    if (!tag) {
      if (creating) await use(newTagsAndTagging(desk, found.missing, parentId, colour, anchor));
      return;
    }
    const there = existingTagging(desk, tag.id, anchor);
    if (!there) return use(newTagging(desk, tag.id, anchor));
    workspace.select({ kind: 'tagging', id: there.id });
    onDone();
  };
  const count = tags.length + (creating ? 1 : 0);
  const options = useActiveOption(count, typed, (index) => void choose(index));
  if (!desk) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' && inline) {
      type('');
      focusReading();
    } else options.inputProps.onKeyDown(event);
  };
  const row = (tag: Tag, index: number) => (
    <div key={tag.id} {...options.optionProps(index)} className="tag-option">
      <TagChip tag={tag} path={namesAbove(desk.project, tag)} />
      {tag.shortcut === '' ? null : <Keys keys={[tag.shortcut]} />}
      {existingTagging(desk, tag.id, anchor) ? <span className="faint">{t('tag.already')}</span> : null}
    </div>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is one field and its list.
    <div
      className="tag-picker"
      role="group"
      aria-label={t('action.tag')}
      onFocus={() => setOpen(true)}
      onBlur={(event) => {
        if (inline && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <label className={inline ? 'label' : 'visually-hidden'} htmlFor={`${id}-input`}>
        {t(anchor ? 'tag.add.selection' : 'tag.add.story')}
      </label>
      {anchor ? (
        <q className="quote" data-short>
          {anchor.quote}
        </q>
      ) : null}
      <input
        {...options.inputProps}
        role="combobox"
        id={`${id}-input`}
        className="input"
        aria-expanded={open && count > 0}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('tag.add.placeholder')}
        value={typed}
        ref={inline ? undefined : firstFocus}
        onChange={(event) => {
          type(event.currentTarget.value);
          setLook({});
        }}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <div className="tag-results">
          {count === 0 ? (
            <p className="faint">{t('tag.none.create')}</p>
          ) : (
            // A press on an option must not take the focus out of the field.
            <div
              {...options.listProps}
              role="listbox"
              aria-label={t('inspector.tab.tags')}
              className="tag-options"
              onMouseDown={(event) => event.preventDefault()}
            >
              {tags.map(row)}
              {creating && found ? (
                <div {...options.optionProps(tags.length)} className="tag-option">
                  <span className="tag-create">{t('tag.create', { name: found.missing.join(' › ') })}</span>
                  <TagChip
                    tag={{ id: '', name: found.missing.at(-1) ?? '', colour, parentId, ...PLAIN_TAG }}
                    path={parentNames(desk, parentId, found.missing)}
                  />
                </div>
              ) : null}
            </div>
          )}
          {creating ? (
            <NewTagFields
              project={desk.project}
              choices={codebook(desk.project, locale).map(({ tag }) => tag)}
              colour={colour}
              parentId={parentId}
              onChange={(changes) => setLook({ ...look, ...changes })}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function parentNames({ project }: Desk, parentId: string | null, missing: readonly string[]): string[] {
  const parent = parentId === null ? undefined : project.tags.get(parentId);
  return [...(parent ? [...namesAbove(project, parent), parent.name] : []), ...missing.slice(0, -1)];
}
