import { Draft } from '@faceplate/portlet-kit';
import type { ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';

const text = () => z.optional(z.string());

/** An order that was sent, and nobody has said yet that it arrived. The key makes sending it again the same order. */
const Sent = z.object({ key: z.string(), /** As it went out. */ written: z.string(), at: z.number() });
export type Sent = z.infer<typeof Sent>;

/** Milliseconds. The service keeps the answer of a key for a day; after that the same key would be a new order. */
const SENT_COUNTS = 23 * 3600_000;

export const isOpen = ({ at }: Sent): boolean => Date.now() - at < SENT_COUNTS;

/** What somebody has filled in on the way to an order, as typed. Never anything of a card. */
const Typed = z.object({
  givenName: text(),
  familyName: text(),
  email: text(),
  phone: text(),
  /** An address that is looked for: where a line goes, where bills go. */
  placeWords: text(),
  billWords: text(),
  /** Where bills go, when nothing of the cart has a place. */
  billPlace: z.optional(z.object({ id: z.string(), text: z.string() })),
  account: text(),
  pay: z.optional(z.enum(['now', 'next-bill'])),
  means: text(),
  /** For the technician. */
  notes: text(),
  onTheDay: text(),
  onTheDayPhone: text(),
  /** A number that moves over, as far as it is typed; by line. */
  portIns: z.optional(z.record(z.string(), z.object({ number: z.string(), provider: text(), on: text() }))),
  /** Under which a cart is to be kept. */
  cartName: text(),
  /** Beside a quote that is asked for. */
  note: text(),
  /** In the talk about a quote, by its id. */
  said: z.optional(z.record(z.string(), z.string())),
  sent: z.optional(Sent),
  /** The order this became, to be found again after the way over the provider. */
  ordered: z.optional(z.object({ id: z.string(), number: z.string(), paymentId: text() })),
});
export type Typed = z.infer<typeof Typed>;

/** Keeps what is typed on this device, so that a reload, a closed tab or a session that ran out loses nothing. */
export class TypedStore {
  readonly #host: ReactiveControllerHost;
  #draft: Draft<Typed> | undefined;
  #person: string | undefined;
  #value: Typed = {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get value(): Typed {
    return this.#value;
  }

  /** Whose it is; with them comes what was kept. Another person's stays theirs. */
  belongsTo(person: string): void {
    if (this.#person === person) return;
    this.#person = person;
    this.#draft = new Draft('checkout', person, Typed);
    this.#value = this.#draft.read() ?? {};
  }

  /** As it is now, another tab counted in. */
  stored(): Typed {
    return this.#draft?.read() ?? this.#value;
  }

  /** What was sent and has no answer yet, wherever on this device it was sent from. */
  get sent(): Sent | undefined {
    const { sent } = this.#value;
    return sent && isOpen(sent) ? sent : undefined;
  }

  change(change: Partial<Typed>): void {
    // An order that another tab has sent meanwhile keeps its key.
    this.#value = { ...this.#value, sent: this.stored().sent, ...change };
    this.#draft?.keep(this.#value);
    this.#host.requestUpdate();
  }

  /** Ordered: what was filled in has done its work. */
  done(ordered: NonNullable<Typed['ordered']>): void {
    this.#value = { ordered };
    this.#draft?.keep(this.#value);
    this.#host.requestUpdate();
  }
}
