import { type Money, Trail, type TrailMismatch, type TrailStep } from '@faceplate/contracts';
import { amount, type Cell, CSV_TYPE, csvOf } from '../exports/csv.ts';
import type { Action } from '../policy/actions.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { billTrail, orderTrail, paymentTrail } from './trail.ts';

const HEADING = ['row', 'kind', 'system', 'id', 'number', 'name', 'goesBackTo', 'at', 'amount', 'found', 'currency', 'status', 'account', 'bill', 'says'] as const;

type Row = { readonly [Name in (typeof HEADING)[number]]?: Cell };

const cellOf = (money: Money | undefined): Cell => money && amount(money);

const stepRow = ({ kind, system, id, number, name, correlation, at, on, amount: money, status, account, bill }: TrailStep): Row => ({
  row: 'step', kind, system, id, number, name, goesBackTo: correlation, at: at ?? on, amount: cellOf(money), currency: money?.currency, status, account: account?.name, bill: bill?.number,
});

function mismatchRow({ kind, payment, bill, account, expected, found, says }: TrailMismatch): Row {
  const about = payment ?? bill;
  return { row: 'mismatch', kind, id: about?.id, number: about?.number, amount: cellOf(expected), found: cellOf(found), currency: (expected ?? found)?.currency, account: account?.name, bill: bill?.number, says };
}

/** Steps, then what contradicts, then what is not there: one table, so that nothing of it is overlooked. */
function rowsOf({ steps, mismatches, missing, gaps }: Trail): Cell[][] {
  const rows: Row[] = [
    ...steps.map(stepRow),
    ...mismatches.map(mismatchRow),
    ...missing.map(({ kind, system, reason }) => ({ row: 'missing', kind, system, status: reason })),
    ...gaps.map(({ source, reason }) => ({ row: 'missing', system: source, status: reason })),
  ];
  return rows.map((row) => HEADING.map((name) => row[name]));
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Of {
  path: `/${string}`;
  what: string;
  action: Action;
  find: (call: Call, id: string) => Promise<Trail>;
}

/** A trail on screen, and as a file for people and for programs. */
function trailRoutes({ path, what, action, find }: Of): Route[] {
  const found = (call: Call) => find(call, Object.values(call.params as Record<string, string>)[0] ?? '');
  const file = async (call: Call, ending: 'csv' | 'json', write: (trail: Trail) => string) => {
    const trail = await found(call);
    return { bytes: encoded(write(trail)), fileName: `trail-${trail.about.kind}-${call.clock().toISOString().slice(0, 10)}.${ending}` };
  };
  const common = { method: 'GET', policy: { action } } as const;
  return [
    route({ ...common, path: `${path}/trail`, summary: `How ${what} was ordered, billed, paid and booked: each record in each system.`, detail: DETAIL, answer: Trail, handle: found }),
    route({
      ...common, path: `${path}/trail/export.csv`, summary: `The trail of ${what} as a table for a spreadsheet.`, answer: { media: CSV_TYPE }, routeClass: 'export',
      handle: (call) => file(call, 'csv', (trail) => csvOf(HEADING, rowsOf(trail))),
    }),
    route({
      ...common, path: `${path}/trail/export.json`, summary: `The trail of ${what} as a file for a program.`, answer: { media: 'application/json' }, routeClass: 'export',
      handle: (call) => file(call, 'json', (trail) => JSON.stringify(trail, undefined, 2)),
    }),
  ];
}

const DETAIL =
  'Where two systems answer and contradict each other, that is a mismatch, told in a sentence. What a system does not keep is in `missing`, what cannot be asked for now in `gaps`; from neither anything is concluded.';

export const trailsRoutes: readonly Route[] = [
  ...trailRoutes({ path: '/payments/:paymentId', what: 'a payment', action: 'payment.read', find: paymentTrail }),
  ...trailRoutes({ path: '/bills/:billId', what: 'a bill', action: 'payment.read', find: billTrail }),
  ...trailRoutes({ path: '/orders/:orderId', what: 'an order', action: 'order.read', find: orderTrail }),
];
