import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Payment, PaymentRequest } from '@faceplate/contracts';
import { payerBy } from '@faceplate/psp/testing';
import { REFUSED, type Script } from './faults.ts';
import { begin, read, type Shopper, untilPaid, Unpaid } from './paying.ts';

/** Somebody's bill, paid bit by bit: one payment at a time. */
export interface Lane extends Shopper {
  account: string;
  bill: string;
  currency: string;
  /** A card kept at the provider. */
  means: string;
}

export interface Scene {
  /** Origins of the provider, any of which knows all payments. */
  providers: readonly string[];
  /** Kills the process that answers there, and starts it again. */
  crash?: () => Promise<void>;
}

export interface Ran {
  script: Script;
  lane: Lane;
  paymentId?: string;
  wrong?: string;
}

/** The provider's pages, at whichever of its processes lives. */
async function reach({ providers }: Scene, asked: Request): Promise<Response> {
  const { pathname } = new URL(asked.url);
  const body = await asked.text();
  for (let at = 0; ; at += 1) {
    const origin = providers[at % providers.length] ?? '';
    const answer = await fetch(origin + pathname, { method: asked.method, headers: { 'content-type': 'application/x-www-form-urlencoded', origin }, body, redirect: 'manual' }).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    if (at > 600) throw new Unpaid('the provider is gone');
    await wait(100);
  }
}

/** What a payer does on the provider's page, until it needs nobody any more. */
async function atTheProvider(scene: Scene, lane: Lane, payment: Payment, { card, form }: Script): Promise<void> {
  if (card === 'kept') return;
  const payer = payerBy((request) => reach(scene, request));
  const url = payment.action?.url ?? '';
  const pressed = <T>(press: () => Promise<T>): Promise<T[]> => Promise.all(form.twice ? [press(), press()] : [press()]);
  if (form.refusedFirst) await payer.pay(url, REFUSED);
  if (form.cut === 'unsent') await read(lane, `/payments/${payment.id}`);
  const [next = ''] = await pressed(() => payer.pay(url, card.number));
  if (form.cut === 'answer') await payer.pay(url, card.number);
  if (next.includes('/challenge/')) await pressed(() => payer.confirm(next));
}

/** One payment, whatever happens on the way. */
export async function run(scene: Scene, lane: Lane, script: Script): Promise<Ran> {
  const wish: PaymentRequest = {
    parts: [{ accountId: lane.account, billId: lane.bill, amount: { amount: script.amount, currency: lane.currency } }],
    ...(script.card === 'kept' && { meansId: lane.means }),
  };
  try {
    const [payment] = await Promise.all(script.fault.tabs ? [begin(lane, wish, script.fault, randomUUID()), begin(lane, wish, script.fault, randomUUID())] : [begin(lane, wish, script.fault)]);
    if (!payment) throw new Unpaid('nothing was begun');
    let crashed = false;
    await untilPaid(lane, payment.id, async (waiting) => {
      await atTheProvider(scene, lane, waiting, script);
      if (!script.crash || crashed) return;
      crashed = true;
      await scene.crash?.();
    });
    lane.known.add(payment.id);
    return { script, lane, paymentId: payment.id };
  } catch (error) {
    if (!(error instanceof Unpaid)) throw error;
    return { script, lane, wrong: `${script.name}: ${error.message}` };
  }
}
