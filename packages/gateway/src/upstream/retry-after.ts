/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110 10.2.3). What is neither says nothing. */
export function retryAfter(value: string | null, now: () => number = Date.now): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now());
}
