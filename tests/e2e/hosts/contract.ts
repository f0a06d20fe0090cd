import type { Page } from 'playwright/test';
import type { Answer, CallName, CallParams } from '../../../app/contract.ts';

/** Makes a call as any script of the page could: through the preload's bridge, or over a socket of its own. */
export function callFromPage<N extends CallName>(
  page: Page,
  name: N,
  params: CallParams<N>,
): Promise<Answer<N>> {
  return page.evaluate(
    async ([call, given]) => {
      const bridge = (window as { uratori?: { call(name: string, params: unknown): Promise<unknown> } })
        .uratori;
      if (bridge) return bridge.call(call, given);
      const socket = new WebSocket(`ws://${location.host}/socket`);
      await new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = () => reject(new Error('the socket was refused'));
      });
      return new Promise((resolve) => {
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.id !== 1) return;
          socket.close();
          resolve(message.answer);
        };
        socket.send(JSON.stringify({ id: 1, name: call, params: given }));
      });
    },
    [name, params] as const,
  ) as Promise<Answer<N>>;
}

/** The value of a call's answer; throws its problem. */
export async function valueFromPage<N extends CallName>(page: Page, name: N, params: CallParams<N>) {
  const answer = await callFromPage(page, name, params);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
