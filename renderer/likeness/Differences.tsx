import { useMemo } from 'react';
import { differencesOf, type Run } from '../../app/likeness/differences.ts';
import { useTranslator } from '../i18n/context.ts';

interface Side {
  title: string;
  text: string;
  lang: string;
}

/** Two texts side by side, what only one of them says marked word by word. */
export function Differences({ one, other }: { one: Side; other: Side }) {
  const { t } = useTranslator();
  const differences = useMemo(() => differencesOf(one.text, other.text), [one.text, other.text]);
  const same = ![...differences.one, ...differences.other].some(({ changed }) => changed);
  return (
    <>
      {same ? <p className="faint">{t('similar.same')}</p> : null}
      <div className="similar-texts">
        <Text side={one} runs={differences.one} as="del" />
        <Text side={other} runs={differences.other} as="ins" />
      </div>
    </>
  );
}

function Text({ side, runs, as }: { side: Side; runs: readonly Run[]; as: 'del' | 'ins' }) {
  return (
    <div>
      <h4>{side.title}</h4>
      <p lang={side.lang === 'und' ? undefined : side.lang}>
        <bdi>
          <Runs runs={runs} as={as} />
        </bdi>
      </p>
    </div>
  );
}

/** A text with what was changed in it. */
export function Runs({ runs, as: Changed }: { runs: readonly Run[]; as: 'del' | 'ins' }) {
  let place = 0;
  return runs.map(({ text, changed }) => {
    place += text.length;
    return changed ? <Changed key={place}>{text}</Changed> : <span key={place}>{text}</span>;
  });
}
