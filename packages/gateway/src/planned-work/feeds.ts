/** Whose feed: of one person at one operator. */
export interface FeedOwner {
  /** The operator's public URL: what tells tenants apart. */
  tenant: string;
  /** Party id. */
  person: string;
}

/** A calendar feed of planned work: what its link says, signed, is `id` alone. */
export interface Feed {
  id: string;
  /** RFC 3339 in UTC, both. */
  madeAt: string;
  /** When a calendar program has fetched it last. */
  readAt?: string;
}

/** Where feeds are kept: one a person at most. */
export interface FeedStore {
  of(owner: FeedOwner): Promise<Feed | undefined>;
  /** In the place of the one before, whose link is worth nothing from then on. */
  put(owner: FeedOwner, feed: Feed): Promise<void>;
  remove(owner: FeedOwner): Promise<void>;
  /** Whose feed has this id. */
  find(tenant: string, id: string): Promise<FeedOwner & Feed | undefined>;
  read(owner: FeedOwner, id: string, at: string): Promise<void>;
}

/** Feeds of one process: for tests, and for pages that play a whole operator. */
export function memoryFeeds(): FeedStore {
  const kept = new Map<string, FeedOwner & Feed>();
  const keyOf = ({ tenant, person }: FeedOwner) => JSON.stringify([tenant, person]);
  return {
    of: async (owner) => kept.get(keyOf(owner)),
    put: async (owner, feed) => void kept.set(keyOf(owner), { ...owner, ...feed }),
    remove: async (owner) => void kept.delete(keyOf(owner)),
    find: async (tenant, id) => [...kept.values()].find((one) => one.tenant === tenant && one.id === id),
    read: async (owner, id, at) => {
      const feed = kept.get(keyOf(owner));
      if (feed?.id === id) kept.set(keyOf(owner), { ...feed, readAt: at });
    },
  };
}
