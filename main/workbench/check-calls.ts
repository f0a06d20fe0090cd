import type { Context, Handlers } from './context.ts';
import { RateSurveys } from './rate-survey.ts';

/** What checks of translations need a whole dump for. */
export function checkCalls({ desk }: Context): Handlers<'checks.rates'> {
  const surveys = new RateSurveys();
  return {
    async 'checks.rates'({ dumpId }) {
      const target = desk.require().openDump(dumpId);
      await target.indexed();
      return surveys.of(target.dump, target.ending);
    },
  };
}
