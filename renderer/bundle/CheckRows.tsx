import type { CheckResult, CheckStatus } from '../../app/bundle/verification.ts';
import { useTranslator } from '../i18n/context.ts';
import { type MarkedOutcome, OutcomeMark } from '../ui/OutcomeMark.tsx';

const MARKS: Record<CheckStatus, MarkedOutcome> = {
  passed: 'verified',
  failed: 'disputed',
  unproven: 'unresolved',
  skipped: 'out-of-scope',
};

/** A line a check: by sign, colour and word, and what is wrong where. */
export function CheckRows({ checks }: { checks: readonly CheckResult[] }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <ul className="bundle-checks">
      {checks.map(({ check, status, count, problems, more }) => (
        <li key={check} data-status={status}>
          <OutcomeMark outcome={MARKS[status]} />
          <span className="bundle-check">{t(`bundle.check-${check}`, { count })}</span>
          <span className="bundle-status">{t(`bundle.status-${status}`)}</span>
          {problems.length > 0 ? (
            <ul className="bundle-problems">
              {problems.map((problem) => (
                <li key={JSON.stringify(problem)}>{translator.problem(problem)}</li>
              ))}
              {more > 0 ? <li>{t('bundle.more', { count: more })}</li> : null}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
