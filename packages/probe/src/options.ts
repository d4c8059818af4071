import { parseArgs } from 'node:util';

/** The command was called wrongly. The message is one line, and holds no secret. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CommandOptions {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly out: string;
  readonly config?: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly maxRequests: number;
  readonly concurrency: number;
  readonly json: boolean;
}

const OPTIONS = {
  token: { type: 'string' },
  header: { type: 'string', multiple: true, default: [] as string[] },
  api: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string', default: 'faceplate-probe' },
  config: { type: 'string' },
  timeout: { type: 'string', default: '10' },
  'max-requests': { type: 'string', default: '2500' },
  concurrency: { type: 'string', default: '4' },
  json: { type: 'boolean', default: false },
} as const;

/** An address without what a report must not hold, and without what would be lost. */
function addressOf(text: string, what: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`${what} must be an http or https address.`);
  if (url.username !== '' || url.password !== '') throw new UsageError(`${what} must not hold credentials: use --token or --header.`);
  if (url.search !== '' || url.hash !== '') throw new UsageError(`${what} must end before any "?" or "#".`);
  return url.href.replace(/\/+$/, '');
}

function numberOf(text: string, name: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || value > most) throw new UsageError(`--${name} must be a number from ${least} to ${most}.`);
  return value;
}

function headersOf(given: readonly string[], token: string | undefined): Record<string, string> {
  const pairs = given.map((text): [string, string] => {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)[=:]\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined || /[\r\n\0]/.test(value)) throw new UsageError('--header must look like name=value.');
    return [name.toLowerCase(), value];
  });
  return { ...Object.fromEntries(pairs), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
}

function overridesOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text): [string, string] => {
      const [, api, address] = /^(TMF\d{3})=(.+)$/.exec(text) ?? [];
      if (api === undefined || address === undefined) throw new UsageError('--api must look like TMF678=https://host/path.');
      return [api, addressOf(address, `--api ${api}`)];
    }),
  );
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0] ?? '');
  }
}

/** @throws UsageError */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): CommandOptions {
  const { values, positionals } = parsed(args);
  const [base, ...rest] = positionals;
  if (base === undefined || rest.length > 0) throw new UsageError('Exactly one base address is needed.');
  return {
    base: addressOf(base, 'The base address'),
    headers: headersOf(values.header, values.token ?? env['FACEPLATE_PROBE_TOKEN']),
    overrides: overridesOf(values.api),
    out: values.out,
    ...(values.config !== undefined && { config: values.config }),
    timeout: numberOf(values.timeout, 'timeout', [0.1, 300]) * 1000,
    maxRequests: numberOf(values['max-requests'], 'max-requests', [1, 100_000]),
    concurrency: numberOf(values.concurrency, 'concurrency', [1, 64]),
    json: values.json,
  };
}
