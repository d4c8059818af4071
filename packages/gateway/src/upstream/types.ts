/** A TMF resource as it came: nothing about it is taken for granted but that it is an object. */
export type TmfBody = Record<string, unknown>;

/** Neither a list nor nothing: something with attributes. */
export const isObject = (value: unknown): value is TmfBody => typeof value === 'object' && value !== null && !Array.isArray(value);

export type TmfQuery = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface TmfList {
  items: TmfBody[];
  /** What the server says matches, or what was seen when it says nothing. */
  total: number;
  /** Rows that were no objects and are left out of `items`. */
  unreadable: number;
  /** More match than `limit` allowed to read. */
  partial: boolean;
  /** Set when this is how it was the last time the upstream answered: RFC 3339 in UTC. */
  asOf?: string;
  /** Of several systems that answer one API, those that did not this time. */
  missing?: readonly Missing[];
}

export interface Missing {
  /** In the operator's words. */
  origin: string;
  reason: 'unreachable' | 'unreadable';
}

/**
 * One TMF API of one upstream, within one call of a customer's.
 *
 * @throws {UpstreamProblem} from every method, and nothing else.
 */
export interface TmfClient {
  /** The upstream's name, in the operator's words. */
  readonly origin: string;
  /**
   * Reads a collection through its pages. `resource` is its name in the API: `customerBill`.
   * An array in `query` becomes TMF's comma-separated "one of". `limit` bounds the rows read (default 1000);
   * `offset` leaves out so many before them, which of several systems only one can be asked.
   */
  list(resource: string, query?: TmfQuery, options?: { limit?: number; offset?: number }): Promise<TmfList>;
  get(resource: string, id: string): Promise<TmfBody>;
  post(resource: string, body: TmfBody): Promise<TmfBody>;
  /** Merge patch, as TMF v4 has it. Never repeated. With the record it changes as it was read, only if that is what stands there still. */
  patch(resource: string, id: string, body: TmfBody, seen?: TmfBody): Promise<TmfBody>;
  delete(resource: string, id: string): Promise<void>;
}
