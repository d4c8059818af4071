import type { CardFacts, Decline } from './types.ts';

/** What a test card does to whoever pays with it. */
export interface Scenario {
  /** The bank's answer; `challenge` asks the payer first. */
  answer: 'pays' | 'challenge' | Decline;
  /** The bank answers so many milliseconds later, and nobody knows until then. */
  answersAfter?: number;
  /** How the merchant hears of it: in so many milliseconds, never, twice, or old news after new. */
  news?: { after: number } | 'lost' | 'twice' | 'reversed';
}

export interface TestCard {
  number: string;
  brand: string;
  scenario: string;
}

const SECOND = 1000;

/** Everything that can happen at a bank, by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  success: { answer: 'pays' },
  insufficient: { answer: 'insufficient-funds' },
  expired: { answer: 'card-expired' },
  challenge: { answer: 'challenge' },
  timeout: { answer: 'pays', answersAfter: 10 * SECOND },
  late: { answer: 'pays', news: { after: 20 * SECOND } },
  lost: { answer: 'pays', news: 'lost' },
  twice: { answer: 'pays', news: 'twice' },
  reversed: { answer: 'pays', news: 'reversed' },
};

/** Numbers that no bank has given out. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4111111111111111', brand: 'Visa', scenario: 'success' },
  { number: '5555555555554444', brand: 'Mastercard', scenario: 'success' },
  { number: '4000000000000002', brand: 'Visa', scenario: 'insufficient' },
  { number: '4000000000010001', brand: 'Visa', scenario: 'expired' },
  { number: '4000000000020000', brand: 'Visa', scenario: 'challenge' },
  { number: '4000000000030009', brand: 'Visa', scenario: 'timeout' },
  { number: '4000000000040008', brand: 'Visa', scenario: 'late' },
  { number: '4000000000050007', brand: 'Visa', scenario: 'lost' },
  { number: '4000000000060006', brand: 'Visa', scenario: 'twice' },
  { number: '4000000000070005', brand: 'Visa', scenario: 'reversed' },
];

/** The test card of a number as people type it; real cards are none of ours, and are forgotten at once. */
export function testCard(typed: string): (TestCard & CardFacts) | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  const card = TEST_CARDS.find(({ number }) => number === digits);
  return card && { ...card, lastFour: digits.slice(-4) };
}

export const scenarioOf = (name: string): Scenario => (Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined) ?? { answer: 'means-gone' };
