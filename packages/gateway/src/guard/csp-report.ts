import type { Handler } from 'hono';
import type { GatewayOptions } from '../options.ts';
import { readBody } from './body.ts';

const MOST_BYTES = 16 * 1024;
/** A page in trouble reports in floods; a few a minute tell us enough. */
const MOST_A_MINUTE = 60;

/** Takes browsers' policy reports. They name pages and data, so only the directive and the blocked origin are logged. */
export function cspReports({ clock, log }: GatewayOptions): Handler {
  let minute = 0;
  let taken = 0;
  return async (c) => {
    const now = Math.floor(clock().getTime() / 60_000);
    if (now !== minute) [minute, taken] = [now, 0];
    taken += 1;
    if (taken > MOST_A_MINUTE) return c.body(null, 429, { 'retry-after': '60' });
    for (const reason of violations(await readBody(c.req.raw, MOST_BYTES))) log?.('warn', { event: 'csp-report', reason });
    return c.body(null, 204);
  };
}

type Report = Record<string, unknown>;

/** Both shapes: `report-uri` posts one `csp-report`, the Reporting API a list with `body`s. */
function violations(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const reports = Array.isArray(value) ? value : [value];
  return reports.slice(0, 10).flatMap((report: Report | null) => {
    const body = (report?.['csp-report'] ?? report?.['body']) as Report | null | undefined;
    if (typeof body !== 'object' || body === null) return [];
    const directive = body['effective-directive'] ?? body['violated-directive'] ?? body['effectiveDirective'];
    return [`${word(directive)} ${originOf(body['blocked-uri'] ?? body['blockedURL'])}`];
  });
}

const word = (value: unknown) => (typeof value === 'string' ? (/^[a-z-]{1,40}/.exec(value)?.[0] ?? '?') : '?');

function originOf(value: unknown): string {
  if (typeof value !== 'string') return '?';
  return URL.canParse(value) ? new URL(value).origin : word(value);
}
