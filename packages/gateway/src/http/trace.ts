const PARENT = /^00-([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})-([\da-f]{16})-[\da-f]{2}$/;
const ZEROS = /^[0-]*$/;

/**
 * The trace a proxy in front began (W3C Trace Context, `traceparent`), as we write traces: the same 32 digits as a UUID.
 * `undefined` where it is missing or none.
 */
export function traceOf(traceparent: string | undefined): string | undefined {
  const [, a, b, c, d, e, parent = ''] = PARENT.exec(traceparent ?? '') ?? [];
  if (a === undefined) return undefined;
  const trace = `${a}-${b}-${c}-${d}-${e}`;
  return ZEROS.test(trace) || ZEROS.test(parent) ? undefined : trace;
}

/** Of one call to a system behind: the same trace, a span of its own. `undefined` where the trace is no UUID. */
export function traceparentOf(trace: string): string | undefined {
  if (trace.length !== 36) return undefined;
  const span = crypto.randomUUID();
  // The version digit of a UUID keeps a span from being all zeros.
  return `00-${trace.replaceAll('-', '')}-${span.slice(0, 8)}${span.slice(9, 13)}${span.slice(14, 18)}-01`;
}
