import type { Charge, Intent, KeptCard, News } from './types.ts';

/** What comes of a step besides the intent's new state; kept with it or not at all. */
export interface Effects {
  charge?: Charge;
  news: readonly News[];
  card?: KeptCard;
}

/** Where a provider's memory lives. Every change is whole, and of two at once only one is made. */
export interface PspStore {
  /** Keeps a new intent, unless its reference has one: then that one is the answer. */
  open(intent: Intent): Promise<Intent>;
  intent(id: string): Promise<Intent | undefined>;
  byReference(reference: string): Promise<Intent | undefined>;
  /** Puts `now` in the place of the version before it. False when somebody was faster, and then nothing is done. */
  move(now: Intent, effects: Effects): Promise<boolean>;
  /** Intents whose time has come: the bank answers, or nobody went on. */
  ripe(now: number, limit: number): Promise<Intent[]>;
  /** Keeps a card that the payer brought from elsewhere, under its token; again, it is the payer's who is named last. */
  keep(card: KeptCard): Promise<void>;
  cards(customer: string): Promise<KeptCard[]>;
  card(token: string): Promise<KeptCard | undefined>;
  forget(token: string, customer: string): Promise<boolean>;
  /** Oldest first; of one reference when it is said. */
  charges(reference?: string): Promise<Charge[]>;
  /** Takes news to be told now, the oldest of each intent, and nobody else gets them before `until`. */
  takeNews(now: number, until: number, limit: number): Promise<News[]>;
  told(id: string): Promise<void>;
  /** It could not be told; once more at `due`. */
  again(id: string, due: number): Promise<void>;
}
