import { type Scenario, scenarioOf, testCard } from './cards.ts';
import type { Effects, PspStore } from './store.ts';
import { type Amount, type Charge, type Decline, type Intent, isOver, type KeptCard, type News } from './types.ts';

/** As often as a payer may try another card on the page. */
const MOST_REFUSALS = 3;

const newId = (kind: string): string => `${kind}_${crypto.randomUUID().replaceAll('-', '')}`;

export interface Wish {
  reference: string;
  amount: Amount;
  description: string;
  customer?: string | undefined;
  /** A token of a card that is kept here: no page is needed, unless the bank asks. */
  means?: string | undefined;
  keep?: boolean | undefined;
  returnUrl: string;
  expiresInSeconds: number;
}

/** Under one reference there are no two wishes. */
export class OtherWish extends Error {
  override readonly name = 'OtherWish';
}

/** How the page's try with a card ended. */
export type Tried = { intent: Intent; refused?: Decline | 'no-such-card' };

/** What happens to intents: each step from the state that was seen, and done once. */
export class Intents {
  readonly #store: PspStore;
  readonly #clock: () => Date;

  constructor(store: PspStore, clock: () => Date) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @throws {OtherWish} when that reference stands for another amount, or another payer. */
  async open(wish: Wish): Promise<Intent> {
    const now = this.#clock().getTime();
    const { reference, amount, description, customer, returnUrl, keep = false } = wish;
    const fresh: Intent = {
      id: newId('in'), reference, amount, description, state: 'open', keep, returnUrl, refusals: 0, version: 1,
      createdAt: now, changedAt: now, expiresAt: now + wish.expiresInSeconds * 1000, ...(customer !== undefined && { customer }),
    };
    const intent = await this.#store.open(fresh);
    const isSame = intent.amount.amount === amount.amount && intent.amount.currency === amount.currency && intent.customer === customer;
    if (!isSame) throw new OtherWish(reference);
    // A start that was cut short between the two steps goes on here.
    return wish.means !== undefined && intent.state === 'open' && intent.card === undefined ? this.#byToken(intent, wish.means) : intent;
  }

  /** A card typed on the hosted page. */
  async payBy(intent: Intent, typed: string, keepIt: boolean): Promise<Tried> {
    if (intent.state !== 'open') return { intent };
    const card = testCard(typed);
    if (!card) return { intent, refused: 'no-such-card' };
    const { answer } = scenarioOf(card.scenario);
    const named = { ...intent, card: { brand: card.brand, lastFour: card.lastFour }, paying: { scenario: card.scenario, keepIt: keepIt && intent.customer !== undefined } };
    if (answer === 'pays' || answer === 'challenge') return { intent: await this.#answered(named) };
    const refusals = intent.refusals + 1;
    const { card: _card, ...open } = intent;
    const over = refusals >= MOST_REFUSALS;
    const after = await this.#to({ ...open, refusals, why: answer, state: over ? 'failed' : 'open' }, over ? this.#newsOf(open, 'failed') : []);
    return { intent: after, refused: answer };
  }

  /** The payer's answer to the bank. */
  async confirm(intent: Intent, approved: boolean): Promise<Intent> {
    if (intent.state !== 'challenged') return intent;
    return approved ? this.#paid(intent, scenarioOf('success')) : this.#to({ ...intent, state: 'failed', why: 'not-confirmed' }, this.#newsOf(intent, 'failed'));
  }

  /** Ends what waits for the payer. What is over stays as it is, and what is at the bank waits for the bank. */
  async cancel(intent: Intent): Promise<Intent> {
    if (intent.state !== 'open' && intent.state !== 'challenged') return intent;
    const state = intent.refusals > 0 ? 'failed' : 'cancelled';
    return this.#to({ ...intent, state }, this.#newsOf(intent, state));
  }

  /** What time alone brings: late answers of banks, and pages nobody went on with. */
  async ripen(): Promise<void> {
    for (const intent of await this.#store.ripe(this.#clock().getTime(), 200)) {
      if (intent.state === 'processing') await this.#paid(intent, scenarioOf('success'));
      else await this.cancel(intent);
    }
  }

  async #byToken(intent: Intent, token: string): Promise<Intent> {
    const card = await this.#store.card(token);
    if (!card || card.customer !== intent.customer) return this.#to({ ...intent, state: 'failed', why: 'means-gone' }, this.#newsOf(intent, 'failed'));
    return this.#answered({ ...intent, card: { brand: card.brand, lastFour: card.lastFour }, paying: { scenario: card.scenario, keepIt: false } });
  }

  /** What the bank says to a card. */
  async #answered(intent: Intent): Promise<Intent> {
    const scenario = scenarioOf(intent.paying?.scenario ?? '');
    const { answer, answersAfter } = scenario;
    if (answer === 'challenge') return this.#to({ ...intent, state: 'challenged' }, []);
    if (answer !== 'pays') return this.#to({ ...intent, state: 'failed', why: answer }, this.#newsOf(intent, 'failed'));
    if (answersAfter === undefined) return this.#paid(intent, scenario);
    return this.#to({ ...intent, state: 'processing', settlesAt: this.#clock().getTime() + answersAfter }, this.#newsOf(intent, 'processing'));
  }

  async #paid(intent: Intent, { news: how }: Scenario): Promise<Intent> {
    const at = this.#clock().getTime();
    const { paying, settlesAt: _over, why: _before, ...rest } = intent;
    const charge: Charge = { id: newId('ch'), intentId: intent.id, reference: intent.reference, amount: intent.amount, at };
    const card: KeptCard | undefined =
      paying?.keepIt && intent.customer !== undefined && intent.card
        ? { ...intent.card, token: newId('card'), customer: intent.customer, scenario: paying.scenario, createdAt: at }
        : undefined;
    return this.#to({ ...rest, state: 'succeeded' }, this.#newsOf(intent, 'succeeded', how), { charge, ...(card && { card }) });
  }

  #newsOf(intent: Intent, state: Intent['state'], how?: Scenario['news']): News[] {
    const at = this.#clock().getTime();
    const one = (told: Intent['state'], after = 0): News => {
      const id = newId('news');
      const body = JSON.stringify({ id, type: 'intent.changed', at: new Date(at).toISOString(), intent: { id: intent.id, reference: intent.reference, state: told } });
      return { id, intentId: intent.id, body, due: at + after, tries: 0 };
    };
    if (how === 'lost') return [];
    if (how === 'reversed') return [one(state), one('processing')];
    const news = one(state, typeof how === 'object' ? how.after : 0);
    return how === 'twice' ? [news, { ...news, id: `${news.id}_again` }] : [news];
  }

  /** The intent as it now stands; as somebody faster left it when there was one. */
  async #to(intent: Intent, news: readonly News[], more: Omit<Effects, 'news'> = {}): Promise<Intent> {
    const now = { ...intent, version: intent.version + 1, changedAt: this.#clock().getTime() };
    if (isOver(now.state)) delete now.settlesAt;
    if (await this.#store.move(now, { news, ...more })) return now;
    return (await this.#store.intent(intent.id)) ?? intent;
  }
}
