export interface Asking {
  method: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** As our client would ask it. */
export const requestOf = ({ method, path, headers = {}, body }: Asking): Request =>
  new Request(`http://portal.test/api/v1${path}`, {
    method,
    headers: { 'x-fp-csrf': '1', ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
