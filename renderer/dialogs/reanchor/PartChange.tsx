import { useId, useState } from 'react';
import type { Anchor } from '../../../app/anchor.ts';
import type { ReanchoredPart } from '../../../app/contract.ts';
import type { Project } from '../../../app/project.ts';
import { useTranslator } from '../../i18n/context.ts';
import { partName } from './part-name.ts';
import { currentAnchor, sameAnchor } from './placements.ts';
import { isPlaced } from './report-summary.ts';
import { Comparison, InContext } from './Surroundings.tsx';

interface Props {
  part: ReanchoredPart;
  lang: string;
  project: Project;
  disabled: boolean;
  onConfirm: (anchor: Anchor) => void;
}

/** A part of an annotation that is not exactly where it was: where it stood, where it may stand now. */
export function PartChange({ part, lang, project, disabled, onConfirm }: Props) {
  const { t } = useTranslator();
  const { resolution } = part;
  const now = currentAnchor(project, part);
  const placed = isPlaced(project, part);
  return (
    <div className="reanchor-part" data-resolution={resolution.kind}>
      <p className="reanchor-what">
        <span className="reanchor-kind" data-resolution={resolution.kind}>
          {t(`reanchor.kind-${resolution.kind}`)}
        </span>
        {partName(t, project, part)}
      </p>
      {resolution.kind === 'moved' ? (
        <>
          {now && !placed ? (
            <Comparison before={now} after={resolution.anchor} lang={lang} />
          ) : (
            <InContext anchor={resolution.anchor} lang={lang} />
          )}
          <Confirm placed={placed} disabled={disabled} onConfirm={() => onConfirm(resolution.anchor)} />
        </>
      ) : null}
      {resolution.kind === 'ambiguous' ? (
        <Candidates
          candidates={resolution.candidates}
          now={placed ? now : null}
          lang={lang}
          disabled={disabled}
          onConfirm={onConfirm}
        />
      ) : null}
      {resolution.kind === 'orphan' ? (
        <>
          {now ? <InContext anchor={now} lang={lang} /> : null}
          <p className="dialog-hint">{t('reanchor.orphan-stays')}</p>
        </>
      ) : null}
    </div>
  );
}

function Confirm({
  placed,
  disabled,
  onConfirm,
}: {
  placed: boolean;
  disabled: boolean;
  onConfirm: () => void;
}) {
  const { t } = useTranslator();
  if (placed) return <p className="reanchor-placed">✓ {t('reanchor.placed')}</p>;
  return (
    <button type="button" className="button small" disabled={disabled} onClick={onConfirm}>
      {t('reanchor.accept')}
    </button>
  );
}

interface CandidatesProps {
  candidates: readonly Anchor[];
  /** The candidate that was confirmed. */
  now: Anchor | null;
  lang: string;
  disabled: boolean;
  onConfirm: (anchor: Anchor) => void;
}

/** The places that fit equally well, each in its surroundings. */
function Candidates({ candidates, now, lang, disabled, onConfirm }: CandidatesProps) {
  const { t } = useTranslator();
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const picked = chosen === null ? undefined : candidates[chosen];
  const confirmed = now !== null && (picked === undefined || sameAnchor(picked, now));
  return (
    <fieldset className="reanchor-candidates" disabled={disabled}>
      <legend>{t('reanchor.which', { count: candidates.length })}</legend>
      {candidates.map((candidate, index) => (
        <label key={candidate.start}>
          <input
            type="radio"
            name={id}
            checked={chosen === null ? now !== null && sameAnchor(now, candidate) : chosen === index}
            onChange={() => setChosen(index)}
          />
          <InContext anchor={candidate} lang={lang} />
        </label>
      ))}
      {confirmed ? (
        <p className="reanchor-placed">✓ {t('reanchor.placed')}</p>
      ) : (
        <button
          type="button"
          className="button small"
          disabled={disabled || picked === undefined}
          onClick={() => picked && onConfirm(picked)}
        >
          {t('reanchor.use-this')}
        </button>
      )}
    </fieldset>
  );
}
