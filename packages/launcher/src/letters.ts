import { tmfClient, type Upstreams, UpstreamProblem } from '@faceplate/gateway';
import type { Letter } from '@faceplate/idp';

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const listed = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);

/** What the operator has sent to an address (TMF681), for the mailbox of the demonstration; nothing where it cannot be read. */
export async function lettersTo(upstreams: Upstreams, address: string): Promise<Letter[]> {
  try {
    const { items } = await tmfClient('TMF681', upstreams('TMF681'), { trace: crypto.randomUUID() }).list('communicationMessage', { 'receiver.email': address, sort: '-sendTime' }, { limit: 20 });
    return items.flatMap((message) => {
      const [subject, text, at] = [wordOf(message['subject']), wordOf(message['content']), wordOf(message['sendTime'])];
      const isTheirs = listed(message['receiver']).some((receiver) => wordOf(receiver['email'])?.toLowerCase() === address);
      return isTheirs && subject !== undefined && text !== undefined && at !== undefined ? [{ subject, text, at }] : [];
    });
  } catch (error) {
    if (error instanceof UpstreamProblem) return [];
    throw error;
  }
}
