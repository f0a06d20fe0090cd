import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { ImportPreview } from '../../app/contract.ts';
import type { EntryKind, ImportEntry } from '../../app/interchange/import/plan.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { EntryPages } from './entry-pages.ts';
import { saidAs, sayingOf } from './entry-words.ts';

const ROW_HEIGHT = 62;

/** The entries of one kind, and all of the chosen one below. */
export function EntryList({ preview, kind }: { preview: ImportPreview; kind: EntryKind }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const pages = useMemo(() => new EntryPages(workspace.connection, refresh), [workspace]);
  const [chosen, choose] = useState<number | null>(null);
  const need = useCallback(
    (from: number, to: number) => {
      pages.show(preview, kind);
      pages.need(from, to);
    },
    [pages, preview, kind],
  );
  // Decided otherwise, the same places have other entries.
  useEffect(() => {
    pages.show(preview, kind);
    pages.need(0, Math.min(1, preview.counts[kind]));
    choose(null);
  }, [pages, preview, kind]);
  const count = preview.counts[kind];
  if (count === 0) return <p className="faint">{t('import.none-of-kind')}</p>;
  const entry = chosen === null ? null : pages.entry(chosen);
  return (
    <>
      <VirtualList
        id="import-entries"
        label={t(`import.kind.${kind}`)}
        list={`${preview.importId} ${kind}`}
        count={count}
        rowHeight={ROW_HEIGHT}
        current={chosen}
        onChoose={choose}
        onVisible={need}
        render={(at) => {
          const row = pages.entry(at);
          return row ? <EntryRow entry={row} /> : <span className="row-pending" aria-hidden />;
        }}
      />
      <div className="import-detail" aria-live="polite">
        {entry ? <EntryDetail entry={entry} /> : <p className="faint">{t('import.choose-entry')}</p>}
      </div>
    </>
  );
}

function EntryRow({ entry }: { entry: ImportEntry }) {
  const translator = useTranslator();
  const { what, quote, words, lead } = entry;
  const said = sayingOf(translator, entry);
  // Words that stand in the place of a quote are not said twice.
  const saying = quote === '' && said === words ? '' : said;
  return (
    <span className="import-row">
      <span className="import-row-quote">
        <span className="import-what" data-what={what}>
          {translator.t(`import.what.${what}`)}
        </span>
        <bdi>{quote || words}</bdi>
      </span>
      {saying === '' ? null : (
        <span className="import-row-saying">
          <bdi>{saying}</bdi>
        </span>
      )}
      {hasStory(entry) ? (
        <span className="import-row-lead">
          <bdi>{lead}</bdi>
        </span>
      ) : null}
    </span>
  );
}

function hasStory({ what }: ImportEntry): boolean {
  return what !== 'tag' && what !== 'term';
}

function EntryDetail({ entry }: { entry: ImportEntry }) {
  const translator = useTranslator();
  const { t } = translator;
  const scale = useWorkspaceState((state) => state.open?.project.scale ?? null);
  const { what, quote, words, lead, around, reason, lost, differences } = entry;
  return (
    <>
      {hasStory(entry) ? <p className="import-detail-lead">{lead}</p> : null}
      {around ? (
        <blockquote>
          {around.prefix}
          <mark>{around.quote}</mark>
          {around.suffix}
        </blockquote>
      ) : quote ? (
        <blockquote>{quote}</blockquote>
      ) : null}
      {words && words !== quote ? <p>{words}</p> : null}
      {reason ? (
        <p className="import-reason">{t(`import.reason.${reason}`, { line: what === 'term' ? lead : '' })}</p>
      ) : null}
      {lost.length > 0 ? (
        <p>
          {t('import.lost')} {lost.map((each) => `“${each}”`).join(' ')}
        </p>
      ) : null}
      {differences.length > 0 && scale ? (
        <dl className="import-differences">
          {differences.map((difference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field may be named twice, for two sides of a note, and stays where it is.
            <div key={`${difference.field} ${index}`}>
              <dt>{t(`import.field.${difference.field}`)}</dt>
              <dd>
                <span>{t('import.mine')}</span> {saidAs(translator, scale, difference, difference.mine)}
              </dd>
              <dd>
                <span>{t('import.theirs')}</span> {saidAs(translator, scale, difference, difference.theirs)}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
