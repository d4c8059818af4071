import type { HubOptions } from '../hub/notifier.ts';

export interface Delivered {
  url: string;
  body: Record<string, unknown>;
}

export interface Subscriber {
  delivered: Delivered[];
  hub: HubOptions;
  /** The names at the end of the addresses that were called. */
  names(): string[];
  /** The resources that were told of, whatever their kind. */
  told(): Record<string, unknown>[];
}

/** A subscriber that writes down what reaches it and answers as told, 201 when nothing is said. */
export function subscriber(answers: number[] = [], options: HubOptions = {}): Subscriber {
  const delivered: Delivered[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    delivered.push({ url: request.url, body: (await request.json()) as Record<string, unknown> });
    return new Response(null, { status: answers.shift() ?? 201 });
  };
  return {
    delivered,
    hub: { fetch, resolve: async () => ['203.0.114.7'], ...options },
    names: () => delivered.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)),
    told: () => delivered.flatMap(({ body }) => Object.values(body['event'] as Record<string, Record<string, unknown>>)),
  };
}
