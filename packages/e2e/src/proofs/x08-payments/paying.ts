import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Payment, PaymentList, PaymentRequest } from '@faceplate/contracts';
import { request } from 'undici';
import type { Visitor } from '../../product/visitor.ts';
import type { Fault } from './faults.ts';

/** A person who has lost nothing but patience gives up after so long. */
const PATIENCE_MS = 120_000;

export interface Told {
  status: number;
  text: string;
}

/** A request that may be cut: what comes of it is then not known, as for a browser that lost its network. */
async function cut(send: (signal: AbortSignal) => Promise<Told>, how: Fault['cut'], afterMs: number): Promise<Told | 'lost'> {
  if (how === 'unsent') return 'lost';
  const stop = new AbortController();
  try {
    const sending = send(stop.signal);
    if (how === 'sent') setTimeout(() => stop.abort(), afterMs);
    const told = await sending;
    return how === undefined ? told : 'lost';
  } catch {
    return 'lost';
  }
}

const cookieOf = ({ jar }: Visitor): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

const post = (visitor: Visitor, key: string, body: PaymentRequest) => async (signal: AbortSignal): Promise<Told> => {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': key, cookie: cookieOf(visitor) };
  const answer = await request(`${visitor.url}/api/v1/payments`, { method: 'POST', headers, body: JSON.stringify(body), signal });
  return { status: answer.statusCode, text: await answer.body.text() };
};

/** Whether the outcome is not known yet, so that the same is asked again under the same key. */
const isOpen = ({ status, text }: Told): boolean => status >= 500 || status === 429 || (status === 409 && text.includes('"in-progress"'));

export class Unpaid extends Error {
  override readonly name = 'Unpaid';
}

export interface Shopper {
  visitor: Visitor;
  /** Payments of this person that were there before. */
  known: Set<string>;
  /** Makes a new key for each try, as a client that does not keep it would: for the twin. */
  forgetful?: boolean;
}

export async function read<T>({ visitor }: Shopper, path: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await visitor.call('GET', path).catch(() => undefined);
    if (answer?.status === 200) return JSON.parse(answer.text) as T;
    if (Date.now() > end) throw new Unpaid(`${path}: ${answer?.status ?? 'no answer'}`);
    await wait(150);
  }
}

/** The payment that a closed tab has left behind, if it came so far. */
async function leftBehind(shopper: Shopper, { parts }: PaymentRequest): Promise<Payment | undefined> {
  const { items } = await read<PaymentList>(shopper, '/payments');
  const [part] = parts;
  return items.find((payment) => !shopper.known.has(payment.id) && payment.id.startsWith('pay-') && payment.parts.some(({ bill, account }) => (part?.billId === undefined ? account.id === part?.accountId : bill?.id === part.billId)));
}

/** What a client makes of what it was told, or was not. */
function nextStep(told: Told | 'lost', fault: Fault): Payment | 'again' | 'come back' {
  if (told === 'lost') return fault.tabClosed ? 'come back' : 'again';
  if (told.status === 201) return JSON.parse(told.text) as Payment;
  // Of two tabs the other one has it.
  if (fault.tabs && told.text.includes('"payment-under-way"')) return 'come back';
  if (isOpen(told)) return 'again';
  throw new Unpaid(`POST /payments: ${told.status} ${told.text.slice(0, 200)}`);
}

/** Asks for a payment, and goes on asking under the same key until it is known what came of it. */
export async function begin(shopper: Shopper, wish: PaymentRequest, fault: Fault, key: string = randomUUID()): Promise<Payment> {
  const end = Date.now() + PATIENCE_MS;
  for (let tries = 0; Date.now() < end; tries += 1) {
    const send = post(shopper.visitor, shopper.forgetful ? randomUUID() : key, wish);
    if (fault.twice && tries === 0) void cut(send, undefined, 0);
    const told = await cut(send, tries === 0 ? fault.cut : undefined, fault.afterMs);
    const next = nextStep(told, fault);
    if (next === 'come back') return comeBack(shopper, wish, fault);
    if (next !== 'again') return next;
    await wait(100);
  }
  throw new Unpaid('POST /payments: never known');
}

/** A new page, with nothing of the old one: it finds what was begun, or begins anew. */
async function comeBack(shopper: Shopper, wish: PaymentRequest, fault: Fault): Promise<Payment> {
  // Longer than a call may take that nobody waits for any more.
  for (let looks = 0; looks < (fault.cut === 'unsent' ? 1 : 12); looks += 1) {
    const found = await leftBehind(shopper, wish);
    if (found) return found;
    await wait(100);
  }
  return begin(shopper, wish, { afterMs: 0 });
}

/** Until the customer reads that it is paid; whenever it waits for them, they go on with it where that is done. */
export async function untilPaid(shopper: Shopper, id: string, goOn: (payment: Payment) => Promise<void> = async () => {}): Promise<Payment> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const payment = await read<Payment>(shopper, `/payments/${id}`);
    if (payment.status === 'paid') return payment;
    if (payment.status === 'needs-you') await goOn(payment);
    if (['failed', 'abandoned', 'returned'].includes(payment.status)) throw new Unpaid(`${id} is ${payment.status}: ${payment.why ?? ''}`);
    if (Date.now() > end) throw new Unpaid(`${id} is ${payment.status} still`);
    await wait(120);
  }
}
