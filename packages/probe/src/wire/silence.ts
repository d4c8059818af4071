import type { SilenceReason } from './answer.ts';

const REASONS: Readonly<Record<string, SilenceReason>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
};

const CERTIFICATE = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|ALTNAME/;

const isObject = (value: unknown): value is { code?: unknown; name?: unknown; cause?: unknown; errors?: unknown } => typeof value === 'object' && value !== null;

/** Node hides the reason below the error that `fetch` throws, sometimes once more below. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!isObject(error) || depth > 4) return [];
  const own = typeof error.code === 'string' ? [error.code] : [];
  const several = Array.isArray(error.errors) ? error.errors.flatMap((one) => codesOf(one, depth + 1)) : [];
  return [...own, ...several, ...codesOf(error.cause, depth + 1)];
}

/** Why a request was not answered, as far as the machine says. */
export function reasonOf(error: unknown): SilenceReason {
  if (isObject(error) && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'timeout';
  const codes = codesOf(error);
  if (codes.some((code) => CERTIFICATE.test(code))) return 'certificate';
  return codes.map((code) => REASONS[code]).find((reason) => reason !== undefined) ?? 'broken-off';
}
