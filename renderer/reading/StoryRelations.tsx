import { useEffect, useState } from 'react';
import type { Relation, RelationKind, Source, Story } from '../../app/story.ts';
import { useTranslator } from '../i18n/context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { jumpTo } from '../store/trail.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { RelationMark } from '../ui/RelationMark.tsx';

const MESSAGES: Record<RelationKind, MessageKey> = {
  reply: 'relation.reply',
  repost: 'relation.repost',
  quote: 'relation.quote',
  edit: 'relation.edit',
  thread: 'relation.thread',
};

/** What the story is to others, and the way to those that the dump has. */
export function StoryRelations({ story }: { story: Story }) {
  const { t } = useTranslator();
  if (story.relations.length === 0) return null;
  return (
    <ul className="relations" aria-label={t('relation.label')}>
      {story.relations.map((relation) => (
        <li key={`${relation.kind} ${relation.id} ${relation.link} ${relation.source?.name}`}>
          <Other relation={relation} />
        </li>
      ))}
    </ul>
  );
}

function Other({ relation }: { relation: Relation }) {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const { kind, id, link, source } = relation;
  const ordinal = useOrdinal(id);
  return (
    <>
      <RelationMark kind={kind} />
      <span>{t(MESSAGES[kind], { who: source ? nameOf(source) : t('relation.other-story') })}</span>
      {typeof ordinal === 'number' ? (
        <button type="button" className="button small" onClick={() => void jumpTo(workspace, ordinal)}>
          {t('relation.show', { ordinal: ordinal + 1 })}
        </button>
      ) : null}
      {ordinal === null && id !== null ? <span className="absent">{t('relation.absent')}</span> : null}
      {link && typeof ordinal !== 'number' ? (
        <ExternalLink url={link}>{shortAddress(link)}</ExternalLink>
      ) : null}
    </>
  );
}

/** Where a story of the dump stands; null where it has none of this id, undefined as long as that is not known. */
function useOrdinal(storyId: string | null): number | null | undefined {
  const workspace = useWorkspace();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const complete = useWorkspaceState((state) => (dumpId && state.open?.dumps[dumpId]?.complete) || false);
  const [found, setFound] = useState<{ storyId: string; ordinal: number | null } | null>(null);
  useEffect(() => {
    if (storyId === null || dumpId === null) return;
    let current = true;
    workspace.connection.call('story.find', { dumpId, storyId }).then(
      ({ ordinal }) => {
        // What is not in a part of the dump may still come.
        if (current && (ordinal !== null || complete)) setFound({ storyId, ordinal });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workspace, dumpId, storyId, complete]);
  return found && found.storyId === storyId ? found.ordinal : undefined;
}

function nameOf({ name, handle }: Source): string {
  return handle && handle !== name ? `${name} @${handle}` : name;
}

/** As much of an address as tells where it leads. */
function shortAddress(url: string): string {
  const short = url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '');
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
