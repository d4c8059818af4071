import '@faceplate/client/nouns/service-levels.js';
import { ApiProblem } from '@faceplate/client';
import type { ServiceLevelDetail } from '@faceplate/contracts';
import type { ReactiveController } from 'lit';
import type { PartHost } from '../part.ts';

/** Asks for the credit of a month, once: a month keeps its key until its claim has arrived. */
export class ClaimController implements ReactiveController {
  state: 'idle' | 'sending' | 'failed' = 'idle';

  readonly #host: PartHost;
  #intent: { of: string; key: string } | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.state = 'idle';
  }

  async claim({ service, cell }: ServiceLevelDetail): Promise<void> {
    if (this.state === 'sending') return;
    const of = `${service.id} ${cell.month}`;
    if (this.#intent?.of !== of) this.#intent = { of, key: crypto.randomUUID() };
    this.#show('sending');
    try {
      await this.#host.services.client.serviceLevels.claim(service.id, cell.month, { idempotencyKey: this.#intent.key });
      this.#intent = undefined;
      this.#show('idle');
      this.#host.reload();
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#intent = undefined;
      this.#show('failed');
    }
  }

  #show(state: ClaimController['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
