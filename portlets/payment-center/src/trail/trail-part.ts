import '@faceplate/client/nouns/payments.js';
import type { TrailOf } from '@faceplate/client/nouns/payments.js';
import type { Trail } from '@faceplate/contracts';
import { Reading } from '@faceplate/portlet-kit';
import { html } from 'lit';
import { type PartHost, zoneHere } from '../part.ts';
import { SavingController } from '../saving.controller.ts';
import { said } from './messages.ts';
import { trailView } from './trail-view.ts';

/** What a trail is asked for of. */
export interface TrailWish {
  of: TrailOf;
  id: string;
}

/** How something was booked: read when it is opened, and again when money has moved. */
export class TrailPart {
  readonly #host: PartHost;
  readonly #wish: () => TrailWish | undefined;
  readonly #trail: Reading<readonly [TrailOf, string], Trail>;
  readonly #saving: SavingController;
  #shown = '';

  constructor(host: PartHost, wish: () => TrailWish | undefined) {
    this.#host = host;
    this.#wish = wish;
    this.#saving = new SavingController(host);
    host.addController(this);
    this.#trail = new Reading(host, {
      args: () => {
        const wanted = wish();
        return wanted && ([wanted.of, wanted.id] as const);
      },
      load: ([of, id], options) => host.services.client.payments.trail(of, id, options),
      changes: ['payments', 'bills'],
    });
  }

  hostUpdate(): void {
    const { id = '' } = this.#wish() ?? {};
    if (id !== this.#shown) this.#saving.reset();
    this.#shown = id;
  }

  render(): unknown {
    const { headingLevel: level, locale } = this.#host;
    return this.#host.renderReading(this.#trail, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      notFound: () => html`<fp-status-message part="problem" tone="info" heading=${said.missing()}><p>${said.missingHelp()}</p></fp-status-message>`,
      ready: (trail) => trailView({ trail, level, locale, zone: zoneHere(), saving: this.#saving.step, save: (form) => void this.#host.run(() => this.#save(trail, form)) }),
    });
  }

  #save({ about: { kind, id, number } }: Trail, form: 'csv' | 'json'): Promise<void> {
    const { client, report } = this.#host.services;
    return this.#saving.save((options) => client.payments.trailFile(`${kind}s`, id, form, options), `${number}.${form}`, (cause) => {
      report(cause);
    });
  }
}
