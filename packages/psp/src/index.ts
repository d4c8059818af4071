export { type Scenario, SCENARIOS, TEST_CARDS, type TestCard } from './cards.ts';
export { memoryPsp } from './memory-store.ts';
export { type NewsDesk, signatureOf } from './news.ts';
export { createPsp, type Psp, type PspOptions } from './psp.ts';
export { type Sql, sqlPsp } from './sql-store.ts';
export type { PspStore } from './store.ts';
export type { Amount, CardFacts, Charge, Intent, IntentState, KeptCard } from './types.ts';
