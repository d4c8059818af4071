import type { AccessLogClient } from '@faceplate/client';
import type { AccessEntry, AccessLog } from '@faceplate/contracts';
import { offerFile } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Asking = 'idle' | 'running' | 'done' | 'failed';

/** What a person asks for beyond the first page of the log: older entries, and all of it as a file. */
export class LogController implements ReactiveController {
  /** Entries after the first page. */
  older: readonly AccessEntry[] = [];
  /** How many came last. */
  came = 0;
  more: Asking = 'idle';
  file: Asking = 'idle';

  readonly #host: ReactiveControllerHost;
  readonly #client: () => AccessLogClient;
  #first: AccessLog | undefined;
  #cursor: string | undefined;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, client: () => AccessLogClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#begin(undefined);
  }

  /** Another first page is on show: what came after the last one does not follow it. */
  follow(first: AccessLog): void {
    if (this.#first !== first) this.#begin(first);
  }

  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  async showMore(): Promise<void> {
    if (this.more === 'running' || this.#cursor === undefined) return;
    const { signal } = this.#abort;
    this.#tell({ more: 'running' });
    try {
      const { items, next } = await this.#client().list(this.#cursor, { signal });
      if (signal.aborted) return;
      this.older = [...this.older, ...items];
      this.came = items.length;
      this.#cursor = next;
      this.#tell({ more: 'done' });
    } catch {
      if (!signal.aborted) this.#tell({ more: 'failed' });
    }
  }

  async save(): Promise<void> {
    if (this.file === 'running') return;
    const { signal } = this.#abort;
    this.#tell({ file: 'running' });
    try {
      const file = await this.#client().download('csv', { signal });
      if (signal.aborted) return;
      offerFile(file, 'access-log.csv');
      this.#tell({ file: 'done' });
    } catch {
      if (!signal.aborted) this.#tell({ file: 'failed' });
    }
  }

  #begin(first: AccessLog | undefined): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#first = first;
    this.#cursor = first?.next;
    this.older = [];
    this.more = 'idle';
    this.file = 'idle';
  }

  #tell(change: { more?: Asking; file?: Asking }): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
