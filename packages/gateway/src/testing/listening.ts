import type { GatewayOptions } from '../options.ts';
import { aGateway, type changesOf, NOW } from './fixtures.ts';

export type Changes = ReturnType<typeof changesOf>;

const open: (() => Promise<void> | undefined)[] = [];

/** Leaves every stream that a test opened. */
export async function leaveAll(): Promise<void> {
  for (const leave of open.splice(0)) await leave();
}

/** Opens the stream; `next` reads until so many whole messages have come. */
export async function listen(changes: Changes, facts: Partial<GatewayOptions> = {}, headers: Record<string, string> = {}) {
  const { call } = aGateway([], { changes: changes.source, ...facts });
  return listening(await call('/events', { headers }));
}

export type Listening = ReturnType<typeof listening>;

export function listening(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const messages: string[] = [];
  const next = async (count: number): Promise<string[]> => {
    while (messages.length < count) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += value;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      messages.push(...parts);
    }
    return messages.splice(0, count);
  };
  const leave = () => reader?.cancel();
  open.push(leave);
  /** Characters that are still there after it was let go. */
  const unread = async () => (await next(Infinity)).join('\n\n').length;
  return { response, next, leave, unread };
}

/** A change as the stream tells it. */
export const told = (seq: number, noun = 'orders') =>
  `event: change\nid: ${seq}\ndata: ${JSON.stringify({ noun, id: `order-${seq}`, at: NOW.toISOString() })}`;
