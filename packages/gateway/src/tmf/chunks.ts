/** Keeps the request line short enough for every proxy. */
export const IDS_A_REQUEST = 50;

/** Ids as so many requests name them. */
export const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / IDS_A_REQUEST) }, (_, at) => ids.slice(at * IDS_A_REQUEST, (at + 1) * IDS_A_REQUEST));
