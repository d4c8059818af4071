import { ApiProblem, type RequestOptions } from '@faceplate/client';
import type { Problem } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something a person can end, in words, and how. */
export interface Ending {
  readonly question: () => string;
  readonly consequence: () => string;
  /** On the button that does it. */
  readonly verb: () => string;
  readonly done: (count: number) => string;
  /** Answers how many were ended. */
  readonly run: (options: RequestOptions) => Promise<number>;
}

export type EndingState =
  | { readonly step: 'idle' }
  | { readonly step: 'asking'; readonly ending: Ending }
  | { readonly step: 'ending'; readonly ending: Ending }
  | { readonly step: 'done'; readonly ending: Ending; readonly count: number }
  /** The person must prove anew who they are, at this address; it leads back. */
  | { readonly step: 'proof'; readonly href: string }
  | { readonly step: 'failed'; readonly ending: Ending; readonly cause: unknown };

/** From the wish to end something to what came of it. */
export class EndingController implements ReactiveController {
  state: EndingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #onEnded: () => void;
  #abort: AbortController | undefined;

  /** `onEnded` is called when the list is another now, or may be. */
  constructor(host: ReactiveControllerHost, onEnded: () => void) {
    this.#host = host;
    this.#onEnded = onEnded;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.state = { step: 'idle' };
  }

  ask(ending: Ending): void {
    if (this.state.step !== 'ending') this.#show({ step: 'asking', ending });
  }

  cancel(): void {
    if (this.state.step === 'asking') this.#show({ step: 'idle' });
  }

  async confirm(): Promise<void> {
    const { state } = this;
    if (state.step !== 'asking' && state.step !== 'failed') return;
    const { ending } = state;
    const { signal } = (this.#abort = new AbortController());
    this.#show({ step: 'ending', ending });
    const after = await outcomeOf(ending, signal);
    if (signal.aborted) return;
    this.#show(after);
    // After a lost answer, too: it may have been done.
    if (after.step !== 'proof') this.#onEnded();
  }

  #show(state: EndingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

async function outcomeOf(ending: Ending, signal: AbortSignal): Promise<EndingState> {
  try {
    return { step: 'done', ending, count: await ending.run({ signal }) };
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) return { step: 'failed', ending, cause };
    if (cause.problem.code === 'step-up-needed') return { step: 'proof', href: proofHref(cause.problem) };
    // What has ended by itself meanwhile is as it was wished.
    return cause.notFound ? { step: 'done', ending, count: 0 } : { step: 'failed', ending, cause };
  }
}

/** Where the person proves again who they are, as strongly and as lately as was asked, and comes back here. */
function proofHref({ acr, maxAge = 0 }: Problem): string {
  return `/auth/login?${new URLSearchParams({ stepUp: acr ?? String(maxAge), maxAge: String(maxAge), returnTo: location.pathname }).toString()}`;
}
