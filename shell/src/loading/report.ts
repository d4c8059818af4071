import { ApiProblem } from '@faceplate/client';

/** A short reference that a person can read out to support and an engineer can find in the console. */
export function newReference(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random.toString(36).toUpperCase().padStart(7, '0');
}

/**
 * Tells whoever runs the page that something failed. An error's own message may
 * quote a customer's data, so only its kind and its place are told.
 */
export function report(cause: unknown, context: Readonly<Record<string, string>> = {}): void {
  // Somebody left before the answer came; nothing failed.
  if (cause instanceof DOMException && cause.name === 'AbortError') return;
  console.error('Faceplate:', { ...context, ...factsOf(cause) });
}

function factsOf(cause: unknown): Record<string, unknown> {
  if (cause instanceof ApiProblem) {
    const { status, code, trace } = cause.problem;
    return { kind: cause.name, status, code, trace };
  }
  if (!(cause instanceof Error)) return { kind: typeof cause };
  return { kind: cause.name, at: cause.stack?.match(/^\s*at .*$/gm)?.slice(0, 5) };
}
