import { type FormEvent, useState } from 'react';
import { annotationsOf, type Project } from '../../app/project.ts';
import { PLAIN_TAG, type Tag, type TagColour, type Tagging } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace } from '../store/context.ts';
import { ColourPicker } from '../tags/ColourPicker.tsx';
import { colourFor, fold, sibling } from '../tags/codebook.ts';

/** Uses that are listed at a time; a text leads to the others. */
const SHOWN = 100;

/** Gives some of a tag's uses to a new tag beside it. */
export function SplitTag({ project, tag }: { project: Project; tag: Tag }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [colour, setColour] = useState<TagColour>(() => colourFor(project, null));
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const uses = open ? usesIn(project, tag.id) : [];
  const found = uses.filter((use) => fold(wordsOf(project, use)).includes(fold(text)));
  const taggingIds = uses.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const taken = sibling(project, name, tag.parentId) !== null;
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const split = async (event: FormEvent) => {
    event.preventDefault();
    const made = { ...PLAIN_TAG, id: newId(), name: name.trim(), colour, parentId: tag.parentId };
    if (await workspace.execute({ type: 'tag.split', tagId: tag.id, tag: made, taggingIds })) {
      setName('');
      setChosen(new Set());
    }
  };
  return (
    <details className="fold codebook-operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('codebook.split')}</summary>
      {uses.length === 0 ? (
        <p className="faint">{t('codebook.split.unused')}</p>
      ) : (
        <form className="fields" onSubmit={(event) => void split(event)}>
          <label className="field">
            <span className="label">{t('codebook.split.name')}</span>
            <input
              className="input"
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </label>
          {taken && name.trim() !== '' ? <p className="field-problem">{t('tag.name.taken')}</p> : null}
          <ColourPicker value={colour} onChange={setColour} disabled={false} />
          <label className="field">
            <span className="label">{t('codebook.split.find')}</span>
            <input
              type="search"
              className="input"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <label className="codebook-use">
            <input
              type="checkbox"
              checked={found.length > 0 && found.every(({ id }) => chosen.has(id))}
              onChange={(event) =>
                choose(
                  found.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
            <span>{t('codebook.split.all', { count: found.length })}</span>
          </label>
          <ul className="codebook-uses">
            {found.slice(0, SHOWN).map((use) => (
              <li key={use.id}>
                <label className="codebook-use">
                  <input
                    type="checkbox"
                    checked={chosen.has(use.id)}
                    onChange={(event) => choose([use.id], event.currentTarget.checked)}
                  />
                  <span dir="auto">{wordsOf(project, use)}</span>
                  {use.memo === '' ? null : (
                    <span className="faint" dir="auto">
                      {use.memo}
                    </span>
                  )}
                </label>
              </li>
            ))}
          </ul>
          {found.length > SHOWN ? (
            <p className="faint">{t('codebook.split.more', { count: found.length - SHOWN })}</p>
          ) : null}
          <div className="buttons">
            <button
              type="submit"
              className="button small"
              disabled={name.trim() === '' || taken || taggingIds.length === 0}
            >
              {t('codebook.split.yes', { chosen: taggingIds.length, uses: uses.length })}
            </button>
          </div>
        </form>
      )}
    </details>
  );
}

/** By story, each in the order of its ids: the order in which people will know them. */
function usesIn(project: Project, tagId: string): Tagging[] {
  return [...project.byStory.keys()]
    .sort()
    .flatMap((key) => annotationsOf(project, key).taggings.flatMap((id) => project.taggings.get(id) ?? []))
    .filter((use) => use.tagId === tagId);
}

function wordsOf(project: Project, { anchor, storyKey }: Tagging): string {
  return anchor ? anchor.quote : (project.stories.get(storyKey)?.lead ?? '');
}
