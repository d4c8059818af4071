const SAFE = ['GET', 'HEAD', 'OPTIONS'] as const;
export type SafeMethod = (typeof SAFE)[number];

/** Somebody asked the probe to change something. Always a fault of ours. */
export class UnsafeRequest extends Error {
  override readonly name = 'UnsafeRequest';
}

/**
 * Lets through what RFC 9110 calls safe, and of that what reads: whatever the types say, nothing else may leave this process.
 *
 * @throws UnsafeRequest
 */
export function demandSafe(method: string): SafeMethod {
  const safe = SAFE.find((one) => one === method);
  if (!safe) throw new UnsafeRequest(`The probe reads; it never sends ${method}.`);
  return safe;
}
