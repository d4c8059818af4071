import assert from 'node:assert/strict';
import type { Report } from '@faceplate/probe';
import { Visitor } from '../../product/visitor.ts';

/** A call that asks each noun alone, and whether its answer has a place for what is missing. */
const CALLS: Readonly<Record<string, readonly [path: string, gaps: boolean]>> = {
  accounts: ['/accounts', true],
  bills: ['/bills', true],
  'interim-bills': ['/interim-bills?account={account}', true],
  disputes: ['/disputes', true],
  payments: ['/payments', true],
  usage: ['/usage', true],
  orders: ['/orders', true],
  products: ['/products', true],
  offers: ['/offers', true],
  places: ['/places?search=kastanienhof', true],
  availability: ['/availability/interests', true],
  cart: ['/cart', false],
  tickets: ['/tickets', true],
  'service-levels': ['/service-levels', true],
  interactions: ['/interactions', true],
};

/** What each portlet needs, as its `portlet.json` says. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'bill-viewer': ['accounts', 'bills'],
  checkout: ['cart', 'orders'],
  'guided-selling': ['offers', 'cart', 'orders'],
  'order-tracker': ['orders'],
  'payment-center': ['bills', 'payments'],
  'report-center': ['bills'],
  'sla-dashboard': ['service-levels'],
  'ticket-raiser': ['products', 'tickets'],
  'usage-meter': ['usage'],
};

type Noun = Report['nouns'][string];

interface Told {
  readonly code?: string;
  readonly gaps?: readonly unknown[];
}

/** Whether an answer should say that something is missing. */
const isLabelled = ({ verdict, limits }: Noun): boolean => verdict === 'degraded' && limits.some((limit) => limit === 'incomplete' || limit === 'no-parts');

function heeds(noun: Noun, status: number, { code, gaps = [] }: Told, hasGaps: boolean): boolean {
  if (noun.verdict === 'absent') return status === 404 && code === 'not-offered';
  return status === 200 && gaps.length > 0 === (hasGaps && isLabelled(noun));
}

async function firstAccount(ada: Visitor): Promise<string> {
  const { accounts = [] } = JSON.parse((await ada.call('GET', '/session')).text) as { accounts?: readonly { id: string }[] };
  return accounts[0]?.id ?? '';
}

async function nounCase(ada: Visitor, name: string, noun: Noun): Promise<string | undefined> {
  const [pattern, hasGaps] = CALLS[name] ?? assert.fail(`no call is known that asks for ${name} alone`);
  const path = pattern.replace('{account}', noun.verdict === 'absent' ? 'any' : await firstAccount(ada));
  const { status, text } = await ada.call('GET', path);
  const told = JSON.parse(text) as Told;
  if (heeds(noun, status, told, hasGaps)) return undefined;
  return `${name} is ${noun.verdict} (${noun.limits.join(' ')}) and answers ${status} ${told.code ?? ''} with ${told.gaps?.length ?? 'no'} gaps`;
}

async function portletCases(ada: Visitor, nouns: Report['nouns']): Promise<(string | undefined)[]> {
  const { portlets } = JSON.parse((await ada.open('/embed/manifest.json')).text) as { portlets: readonly { name: string }[] };
  return Object.entries(NEEDS).map(([name, needs]) => {
    const should = !needs.some((noun) => nouns[noun]?.verdict === 'absent');
    return portlets.some((one) => one.name === name) === should ? undefined : `${name} is ${should ? 'not ' : ''}listed`;
  });
}

/** One case for each noun and each portlet: what differs between a product and the report it was given. */
export async function asReported(url: string, { nouns }: Report): Promise<(string | undefined)[]> {
  const ada = await Visitor.signIn(url, 'ada');
  try {
    const cases: (string | undefined)[] = [];
    for (const [noun, judged] of Object.entries(nouns)) cases.push(await nounCase(ada, noun, judged));
    const { absent } = JSON.parse((await ada.call('GET', '/capabilities')).text) as { absent: readonly string[] };
    const expected = Object.entries(nouns).flatMap(([noun, { verdict }]) => (verdict === 'absent' ? [noun] : []));
    cases.push([...absent].toSorted().join() === expected.toSorted().join() ? undefined : `capabilities tell of ${absent.join(', ')} as absent`);
    return [...cases, ...(await portletCases(ada, nouns))];
  } finally {
    await ada.close();
  }
}
