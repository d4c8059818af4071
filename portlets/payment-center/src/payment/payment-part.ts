import '@faceplate/client/nouns/payments.js';
import type { Payment } from '@faceplate/contracts';
import { latePart, type Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { PaymentPaidEvent } from '../events.ts';
import { type PartHost, zoneHere } from '../part.ts';
import { SavingController } from '../saving.controller.ts';
import type { TrailPart } from '../trail/trail-part.ts';
import { said } from './messages.ts';
import { paymentView } from './payment-view.ts';
import { goThere, safeAction } from './safe-action.ts';
import { WaitingController } from './waiting.controller.ts';

/** One payment, from the wish to the receipt. */
export class PaymentPart {
  readonly #host: PartHost;
  readonly #payment: Reading<readonly [string], Payment>;
  readonly #again: (payment: Payment) => void;
  readonly #receipt: SavingController;
  readonly #trail: Reading<readonly [], TrailPart>;
  readonly #waiting: WaitingController;
  /** The payment that ending did not work for. */
  #notEnded = '';
  #shown: string | undefined;
  /** How it was booked is on show. */
  #isTold = false;

  constructor(host: PartHost, payment: Reading<readonly [string], Payment>, again: (payment: Payment) => void) {
    this.#host = host;
    this.#payment = payment;
    this.#again = again;
    this.#receipt = new SavingController(host);
    host.addController(this);
    this.#trail = latePart(
      host,
      () => this.#isTold,
      async () => {
        const { TrailPart } = await import('../trail/trail-part.ts');
        return new TrailPart(host, () => {
          const id = this.#isTold ? payment.value?.id : undefined;
          return id === undefined ? undefined : { of: 'payments', id };
        });
      },
    );
    this.#waiting = new WaitingController(host, {
      payment: () => payment.value,
      ask: () => {
        payment.retry();
      },
      settled: (settled) => {
        if (settled.status === 'paid') host.dispatchEvent(new PaymentPaidEvent(settled));
      },
    });
  }

  hostUpdate(): void {
    const id = this.#payment.value?.id;
    // Another payment is on show: nothing said about the last one holds for it.
    if (id !== this.#shown) {
      this.#receipt.reset();
      this.#isTold = false;
    }
    this.#shown = id;
  }

  /** Takes somebody who has just paid on to the provider, if that is where it goes on. */
  goOn(): void {
    const action = this.#payment.value && safeAction(this.#payment.value);
    if (action && this.#payment.value?.status === 'needs-you') goThere(this.#host.renderRoot, action.href);
  }

  render(failed: () => unknown): unknown {
    const { headingLevel: level, locale } = this.#host;
    return this.#host.renderReading(this.#payment, {
      loading: () => html`${failed()}<fp-skeleton figure rows lines="5"></fp-skeleton>`,
      failed,
      notFound: () => html`<fp-status-message part="problem" tone="info" heading=${said.missing()}></fp-status-message>`,
      ready: (payment) =>
        paymentView({
          payment,
          level,
          locale,
          zone: zoneHere(),
          late: this.#waiting.late,
          receipt: this.#receipt.step,
          notEnded: this.#notEnded === payment.id,
          again: () => {
            this.#again(payment);
          },
          end: () => void this.#host.run(() => this.#end(payment)),
          save: () => void this.#host.run(() => this.#save(payment)),
          go: (path) => {
            this.#host.services.navigate(path);
          },
          isTold: this.#isTold,
          tell: () => {
            this.#isTold = !this.#isTold;
            this.#host.requestUpdate();
          },
          trail: () => (this.#isTold ? this.#renderTrail() : nothing),
        }),
    });
  }

  #renderTrail(): unknown {
    return this.#host.renderReading(this.#trail, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (part) => part.render(),
    });
  }

  async #end({ id }: Payment): Promise<void> {
    try {
      this.#notEnded = '';
      await this.#host.services.client.payments.cancel(id);
    } catch (cause) {
      // It may have been paid meanwhile, or nobody heard: what stands there is asked for anew either way.
      this.#host.services.report(cause);
      this.#notEnded = id;
    }
    this.#host.requestUpdate();
  }

  #save({ id, reference }: Payment): Promise<void> {
    const { payments } = this.#host.services.client;
    return this.#receipt.save((options) => payments.receipt(id, options), `${reference}.pdf`, (cause) => {
      this.#host.services.report(cause);
    });
  }
}
