import type { FaceplateClient } from '@faceplate/client';
import type { Session, SignedIn } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { IdleWatch, type IdleWatchOptions } from './idle-watch.ts';
import { peekSession } from './peek.ts';

export type SessionState =
  | { readonly step: 'asking' }
  | { readonly step: 'signed-in'; readonly session: SignedIn; readonly endsSoon?: Date }
  | { readonly step: 'signed-out'; readonly because?: 'idle' | 'elsewhere' }
  | { readonly step: 'unreachable'; readonly cause: unknown };

/** What tabs tell each other; never who somebody is. */
type TabMessage = 'signed-in' | 'signed-out';

export interface SessionOptions extends Partial<Pick<IdleWatchOptions, 'peek' | 'now' | 'after'>> {
  client: Pick<FaceplateClient, 'session' | 'forget' | 'watch'>;
}

/**
 * Who is signed in, in this tab and in step with the others. Signing out takes
 * what is known off the page at once, so that "back" has nothing to show.
 */
export class SessionController implements ReactiveController {
  state: SessionState = { step: 'asking' };

  readonly #host: ReactiveControllerHost;
  readonly #client: SessionOptions['client'];
  readonly #idle: IdleWatch;
  #tabs: BroadcastChannel | undefined;
  #person: string | undefined;
  /** Counts questions; what is answered after something newer was learnt is no news. */
  #asked = 0;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, { client, peek = peekSession, ...timing }: SessionOptions) {
    this.#host = host;
    this.#client = client;
    this.#idle = new IdleWatch({
      peek,
      ...timing,
      onWarning: (at) => {
        this.#warn(at);
      },
      onEnd: () => {
        this.#end('idle');
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#tabs = new BroadcastChannel('fp-portal');
    this.#tabs.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      this.#hear(data);
    };
    addEventListener('pageshow', this.#onPageShow);
    void this.ask();
  }

  hostDisconnected(): void {
    this.#asked += 1;
    this.#tabs?.close();
    this.#idle.stop();
    this.#unwatch?.();
    removeEventListener('pageshow', this.#onPageShow);
  }

  /** Asks who is signed in. It counts as activity, so it also keeps the session. */
  async ask(): Promise<void> {
    const asked = (this.#asked += 1);
    try {
      const session = await this.#client.session.get();
      if (asked === this.#asked) await this.#learn(session);
    } catch (cause) {
      // Once somebody is signed in, a lost answer is no reason to take their page away.
      if (asked === this.#asked && this.state.step !== 'signed-in') this.#show({ step: 'unreachable', cause });
    }
  }

  /** The person goes: this page forgets, and so do the other tabs, before the server is asked. */
  leave(): void {
    this.#tabs?.postMessage('signed-out' satisfies TabMessage);
    this.#end(undefined);
  }

  async #learn(session: Session): Promise<void> {
    if (!session.signedIn) {
      this.#end(this.#person === undefined ? undefined : 'idle');
      return;
    }
    if (this.#person !== undefined && this.#person !== session.person.id) {
      // What stands is another person's: it goes before anything of the new one comes.
      const asked = this.#asked;
      this.#show({ step: 'asking' });
      this.#client.forget();
      await this.#host.updateComplete;
      if (asked !== this.#asked) return;
    }
    if (this.#person !== session.person.id) this.#welcome(session.person.id);
    this.#idle.start(session);
    this.#show({ step: 'signed-in', session });
  }

  #welcome(person: string): void {
    this.#person = person;
    this.#tabs?.postMessage('signed-in' satisfies TabMessage);
    // One event stream for the whole visit: portlets come and go, and between two pages nobody else would listen.
    this.#unwatch?.();
    this.#unwatch = this.#client.watch([], () => undefined);
  }

  #hear(message: TabMessage): void {
    if (message === 'signed-out' && this.state.step === 'signed-in') this.#end('elsewhere');
    // Also who is signed in here asks: it may be somebody else by now.
    if (message === 'signed-in') void this.ask();
  }

  /** A page out of the back/forward cache shows what was true then: nothing, until it is known what is true now. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.#show({ step: 'asking' });
    void this.ask();
  };

  #warn(at: Date | undefined): void {
    const { state } = this;
    if (state.step !== 'signed-in' || (!at && !state.endsSoon)) return;
    this.#show({ step: 'signed-in', session: state.session, ...(at && { endsSoon: at }) });
  }

  #end(because: 'idle' | 'elsewhere' | undefined): void {
    this.#asked += 1;
    this.#idle.stop();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#client.forget();
    this.#person = undefined;
    this.#show({ step: 'signed-out', ...(because && { because }) });
  }

  #show(state: SessionState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
