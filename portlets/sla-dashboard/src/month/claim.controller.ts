import '@faceplate/client/nouns/service-levels.js';
import { ApiProblem } from '@faceplate/client';
import type { ServiceLevelDetail } from '@faceplate/contracts';
import type { ReactiveController } from 'lit';
import type { PartHost } from '../part.ts';

export type ClaimState = { readonly step: 'idle' | 'sending' | 'done' } | { readonly step: 'failed'; readonly cause: unknown };

const IDLE: ClaimState = { step: 'idle' };
const monthOf = ({ service, cell }: ServiceLevelDetail) => `${service.id} ${cell.month}`;

/** Asks for the credit of a month, once: each month has a state of its own, and keeps its key until its claim has arrived. */
export class ClaimController implements ReactiveController {
  readonly #host: PartHost;
  readonly #keys = new Map<string, string>();
  readonly #states = new Map<string, ClaimState>();
  /** The pressed button, while it has the focus: it goes when the credit is there. */
  #held: Element | null = null;

  constructor(host: PartHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#states.clear();
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    this.#held = activeElement?.matches('[data-claim]') ? activeElement : null;
  }

  /** The keyboard goes on at the heading over what came of it. */
  hostUpdated(): void {
    if (this.#held?.isConnected !== false) return;
    const onward = this.#host.renderRoot.querySelector<HTMLElement>('[part="credit"] .part');
    onward?.setAttribute('tabindex', '-1');
    onward?.focus();
  }

  /** How the claim of this month goes. */
  of(detail: ServiceLevelDetail): ClaimState {
    return this.#states.get(monthOf(detail)) ?? IDLE;
  }

  /** The client has the month read again, whatever comes of it. */
  async claim(detail: ServiceLevelDetail): Promise<void> {
    const { step } = this.of(detail);
    if (step === 'sending' || step === 'done') return;
    const { service, cell } = detail;
    const month = monthOf(detail);
    const idempotencyKey = this.#keys.get(month) ?? crypto.randomUUID();
    this.#keys.set(month, idempotencyKey);
    this.#show(month, { step: 'sending' });
    try {
      await this.#host.services.client.serviceLevels.claim(service.id, cell.month, { idempotencyKey });
      this.#keys.delete(month);
      this.#show(month, { step: 'done' });
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#keys.delete(month);
      this.#host.services.report(cause);
      this.#show(month, { step: 'failed', cause });
    }
  }

  #show(month: string, state: ClaimState): void {
    this.#states.set(month, state);
    this.#host.requestUpdate();
  }
}
