import type { Anchor } from '../../../app/anchor.ts';
import type { Run } from '../../../app/text/word-diff.ts';
import { useTranslator } from '../../i18n/context.ts';
import { contextDiff } from './context-diff.ts';

/** A quote with the text around it. */
export function InContext({ anchor, lang }: { anchor: Anchor; lang: string }) {
  return (
    <p className="reanchor-text" lang={lang}>
      <bdi>
        {anchor.prefix}
        <mark>{anchor.quote}</mark>
        {anchor.suffix}
      </bdi>
    </p>
  );
}

/** The old and the new surroundings of a quote, with the words that changed. */
export function Comparison({ before, after, lang }: { before: Anchor; after: Anchor; lang: string }) {
  const { t } = useTranslator();
  const prefix = contextDiff(before, after, 'prefix');
  const suffix = contextDiff(before, after, 'suffix');
  const same = ![...prefix.before, ...prefix.after, ...suffix.before, ...suffix.after].some(
    (run) => run.changed,
  );
  if (same) {
    return (
      <>
        <InContext anchor={after} lang={lang} />
        <p className="dialog-hint">{t('reanchor.same-words')}</p>
      </>
    );
  }
  return (
    <dl className="reanchor-comparison">
      <dt>{t('reanchor.before')}</dt>
      <dd lang={lang}>
        <bdi>
          <Runs runs={prefix.before} as="del" />
          <mark>{before.quote}</mark>
          <Runs runs={suffix.before} as="del" />
        </bdi>
      </dd>
      <dt>{t('reanchor.after')}</dt>
      <dd lang={lang}>
        <bdi>
          <Runs runs={prefix.after} as="ins" />
          <mark>{after.quote}</mark>
          <Runs runs={suffix.after} as="ins" />
        </bdi>
      </dd>
    </dl>
  );
}

function Runs({ runs, as: Changed }: { runs: readonly Run[]; as: 'del' | 'ins' }) {
  let place = 0;
  return runs.map(({ text, changed }) => {
    place += text.length;
    return changed ? <Changed key={place}>{text}</Changed> : <span key={place}>{text}</span>;
  });
}
