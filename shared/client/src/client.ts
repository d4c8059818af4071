import type { Noun } from '@faceplate/contracts';
import type { Gathered } from './archive.ts';
import { ChangeFeed } from './changes.ts';
import { type Nouns, withNouns } from './nouns.ts';
import { createDownload, createSend, type HttpConfig } from './send.ts';
import { type SessionClient, sessionClient } from './session.ts';
import { createWire } from './wire.ts';

/** What every portlet's slice of the client has beside its nouns. */
export interface Freshness {
  /** Since when a value is known, if it is older than it should be because no newer one could be had. */
  staleSince(value: object): Date | undefined;
  /** Calls `wake` when one of the nouns changes, here or elsewhere, until the function returned is called. */
  watch(nouns: readonly Noun[], wake: () => void): () => void;
}

/** Who is signed in, how fresh what was read is, and the nouns that the page has loaded. */
export interface FaceplateClient extends Freshness, Nouns {
  readonly session: SessionClient;
  /** Forgets all that was read; for when the person changes. */
  forget(): void;
}

/** One client serves all portlets of a page that share a gateway and a person. */
export function createClient(config: HttpConfig): FaceplateClient {
  const send = createSend(config);
  const wire = createWire(send);
  const archives = new Map<string, Gathered>();
  const feed = new ChangeFeed(config, wire.cache);
  const own = {
    session: sessionClient(send, config.gateway),
    staleSince: (value: object) => wire.staleSince(value),
    watch: (nouns: readonly Noun[], wake: () => void) => feed.watch(nouns, wake),
    forget: () => {
      feed.stop();
      wire.cache.clear();
      archives.clear();
    },
  };
  return withNouns(own, { wire, download: createDownload(config), archives });
}
