import { setImmediate } from 'node:timers/promises';
import type { ImportOptions, ImportPlan } from '../../app/interchange/import/plan.ts';
import { planGlossary } from '../../app/interchange/import/plan-glossary.ts';
import { planImport } from '../../app/interchange/import/plan-import.ts';
import { planMemory } from '../../app/interchange/import/plan-memory.ts';
import type { Project } from '../../app/project.ts';
import type { ReadImport } from './read-import.ts';

/** So long others wait at most, but for a single story. Milliseconds. */
const SLICE = 12;

/** What an import would do to a project as it is now. Lets others in between. */
export async function planRead(
  { content }: ReadImport,
  project: Project,
  options: ImportOptions,
): Promise<ImportPlan> {
  switch (content.kind) {
    case 'glossary':
      return planGlossary(content.read, project);
    case 'memory':
      return planMemory(content.units, project);
    case 'annotations': {
      const { set, carries, found } = content;
      const planning = planImport({ set, carries, found, project, options });
      let since = performance.now();
      for (;;) {
        const step = planning.next();
        if (step.done) return step.value;
        if (performance.now() - since < SLICE) continue;
        await setImmediate();
        since = performance.now();
      }
    }
    default:
      return assertNever(content);
  }
}

function assertNever(content: never): never {
  throw new TypeError(`nothing to import: ${JSON.stringify(content)}`);
}
