import assert from 'node:assert/strict';
import type { Resource } from '@faceplate/bss';
import type { BillList, Payment, Trail, TrailMismatch } from '@faceplate/contracts';
import type { anOperator } from '../../testing/operator.ts';

const VISA = '4111111111111111';

export type Operator = Awaited<ReturnType<typeof anOperator>>;
export type Open = BillList['items'][number];

/** Ada has paid one bill of hers through the portal; ten minutes have gone by. */
export async function paid(operator: Operator) {
  const as = operator.as('ada');
  const { now } = operator.time;
  operator.time.now = new Date(now.getTime() - 600_000);
  const { body } = await as<BillList>('/bills');
  const bill = body.items.find(({ remaining, status, disputed }) => remaining.amount > 0 && status !== 'on-hold' && !disputed) as Open;
  const begun = await as<Payment>('/payments', { body: { parts: [{ accountId: bill.account.id, billId: bill.id, amount: bill.remaining }] } });
  await operator.payments.payer.pay(begun.body.action?.url ?? '', VISA);
  await operator.payments.psp.tick();
  return { as, bill, payment: (await as<Payment>(`/payments/${begun.body.id}`)).body };
}

export type Kind = Trail['steps'][number]['kind'];
export const stepIn = ({ steps }: Trail, kind: Kind) => steps.find((step) => step.kind === kind);
export const kindsIn = ({ mismatches }: Trail): TrailMismatch['kind'][] => [...new Set(mismatches.map(({ kind }) => kind))].toSorted();

/** Changes a record behind everybody's back, as no system should. */
export async function tampered({ store }: Operator, resource: string, id: string, change: (body: Resource) => Resource | undefined): Promise<void> {
  await store.transaction(async (tx) => {
    const found = await tx.get(resource, id);
    assert.ok(found, `${resource} ${id}`);
    const after = change(structuredClone(found.body));
    await (after ? tx.put(resource, after) : tx.delete(resource, id));
  });
}
