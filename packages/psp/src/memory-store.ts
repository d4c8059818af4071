import type { PspStore } from './store.ts';
import { type Charge, type Intent, isOver, type KeptCard, type News } from './types.ts';

/** The memory of one process: for tests, and for pages that play a whole operator. */
export function memoryPsp(): PspStore {
  const intents = new Map<string, Intent>();
  const cards = new Map<string, KeptCard>();
  const charges: Charge[] = [];
  const news: News[] = [];
  const byReference = (reference: string) => [...intents.values()].find((intent) => intent.reference === reference);
  const drop = (id: string) => {
    const at = news.findIndex((one) => one.id === id);
    if (at >= 0) news.splice(at, 1);
  };
  return {
    open: async (intent) => {
      const before = byReference(intent.reference);
      if (before) return before;
      intents.set(intent.id, intent);
      return intent;
    },
    intent: async (id) => intents.get(id),
    byReference: async (reference) => byReference(reference),
    move: async (now, effects) => {
      if (intents.get(now.id)?.version !== now.version - 1) return false;
      intents.set(now.id, now);
      if (effects.charge) charges.push(effects.charge);
      if (effects.card) cards.set(effects.card.token, effects.card);
      news.push(...effects.news);
      return true;
    },
    ripe: async (now, limit) =>
      [...intents.values()].filter(({ state, settlesAt, expiresAt }) => !isOver(state) && (settlesAt ?? expiresAt) <= now).slice(0, limit),
    keep: async (card) => void cards.set(card.token, card),
    cards: async (customer) => [...cards.values()].filter((card) => card.customer === customer),
    card: async (token) => cards.get(token),
    forget: async (token, customer) => cards.get(token)?.customer === customer && cards.delete(token),
    charges: async (reference) => charges.filter((charge) => reference === undefined || charge.reference === reference),
    takeNews: async (now, until, limit) => {
      const first = [...new Map(news.toReversed().map((one) => [one.intentId, one])).values()];
      const taken = first.filter(({ due }) => due <= now).slice(0, limit);
      for (const one of taken) one.due = until;
      return taken.map((one) => ({ ...one }));
    },
    told: async (id) => drop(id),
    again: async (id, due) => {
      const one = news.find((kept) => kept.id === id);
      if (one) Object.assign(one, { due, tries: one.tries + 1 });
    },
  };
}
