/** One request, as a client words it. */
export interface Asked {
  method: string;
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  text?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly asked: Asked;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of it; undefined where there is none. */
  readonly body: unknown;
}

export type Ask = (asked: Asked) => Promise<Answer>;
export type Fetch = (request: Request) => Promise<Response>;

/** Looks at every answer; throws when it is not as it must be. */
export type Watch = (answer: Answer) => void;

const SHOWN = 400;

/** The exchange in one line, for whoever reads a failure. */
export function told({ asked, status, text }: Answer): string {
  const sent = asked.text ?? (asked.body === undefined ? '' : JSON.stringify(asked.body));
  return `${asked.method} ${asked.path} ${sent.slice(0, SHOWN)} → ${status} ${text.slice(0, SHOWN)}`;
}

export class Unmet extends Error {}

/** @throws Unmet unless it holds. */
export function must(holds: boolean, what: string, answer?: Answer): asserts holds {
  if (!holds) throw new Unmet(answer ? `${what}: ${told(answer)}` : what);
}

/** @throws Unmet unless the answer has this status. */
export function mustBe(answer: Answer, status: number, what: string): void {
  must(answer.status === status, `${what} should answer ${status}`, answer);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A client of a BSS that shows every answer to those who watch. */
export function asker(fetch: Fetch, origin: string, watches: readonly Watch[] = []): Ask {
  return async (asked) => {
    const { method, path, body, text = body === undefined ? undefined : JSON.stringify(body), headers } = asked;
    const sent = { ...(text !== undefined && { 'content-type': 'application/json' }), ...headers };
    const response = await fetch(new Request(`${origin}${path}`, { method, headers: sent, ...(text !== undefined && { body: text }) }));
    const said = await response.text();
    const answer = { asked, status: response.status, headers: response.headers, text: said, body: parsed(said) };
    for (const watch of watches) watch(answer);
    return answer;
  };
}
