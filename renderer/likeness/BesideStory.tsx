import { useEffect, useState } from 'react';
import type { ComparedStory } from '../../app/likeness/compared-story.ts';
import { comparedText } from '../../app/likeness/compared-text.ts';
import type { Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { CarryVerdict } from './CarryVerdict.tsx';
import { Differences } from './Differences.tsx';

interface Props {
  dumpId: string;
  story: Story;
  other: ComparedStory;
  /** The claim that is to be carried over; null: none. */
  claimId: string | null;
  onChooseClaim: (claimId: string | null) => void;
  editable: boolean;
  /** To the next of the list; null at its end. */
  onNext: (() => void) | null;
  onOpen: () => void;
}

/** Another story beside the open one: what differs, and verdicts to carry over. */
export function BesideStory(props: Props) {
  const { dumpId, story, other, claimId, onChooseClaim, editable, onNext, onOpen } = props;
  const { t, date } = useTranslator();
  const full = useStory(dumpId, other.ordinal);
  const name = other.source?.name ?? t('story.ordinal', { ordinal: other.ordinal + 1 });
  return (
    <section className="similar-beside" aria-label={name}>
      <header>
        <h3>{name}</h3>
        {other.publishedAt ? (
          <time dateTime={other.publishedAt}>{date(other.publishedAt, other.precision)}</time>
        ) : null}
        <button type="button" className="button small" onClick={onOpen}>
          {t('relation.show', { ordinal: other.ordinal + 1 })}
        </button>
      </header>
      {other.figures.length > 0 ? (
        <ul className="similar-figures" aria-label={t('similar.figures', { count: other.figures.length })}>
          {other.figures.map(({ around, one, other: theirs }) => (
            <li key={around}>
              <span>{around}</span> <del>{one}</del> <ins>{theirs}</ins>
            </li>
          ))}
        </ul>
      ) : null}
      {full && editable ? (
        <CarryVerdict {...{ dumpId, story, other: full, claimId, onChooseClaim, onNext }} />
      ) : null}
      {full ? (
        <Differences
          one={{ title: t('similar.this'), text: comparedText(story), lang: story.lang }}
          other={{ title: name, text: comparedText(full), lang: full.lang }}
        />
      ) : null}
    </section>
  );
}

function useStory(dumpId: string, ordinal: number): Story | null {
  const workspace = useWorkspace();
  const [story, setStory] = useState<Story | null>(null);
  useEffect(() => {
    let current = true;
    void workspace.attempt(async () => {
      const read = await workspace.connection.call('story.read', { dumpId, ordinal });
      if (current) setStory(read);
    });
    return () => {
      current = false;
    };
  }, [workspace, dumpId, ordinal]);
  return story;
}
