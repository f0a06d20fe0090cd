import { captured } from './child.mjs';
import { environment, node } from './node.mjs';
import { tool } from './tools.mjs';

/** The parts that are type-checked each with what it may know: app/ neither the DOM nor Node. */
const PARTS = ['app', 'main', 'renderer', 'tests'];

/** Format, lint and, by lint, the rule who may import whom. */
export async function lint() {
  return report(await captured(node(), [tool('biome'), 'check', '.'], { env: environment() }));
}

export async function types() {
  const results = await Promise.all(
    PARTS.map((part) => captured(node(), [tool('tsc'), '-p', part], { env: environment() })),
  );
  return report({
    code: Math.max(...results.map(({ code }) => code)),
    output: results.map(({ output }) => output).join(''),
  });
}

function report({ code, output }) {
  if (code !== 0) process.stdout.write(output);
  return { ok: code === 0 };
}
