import type { InterimBill, InterimBillRequest, InterimRefusal } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { readOne } from '../tmf/read-one.ts';
import { text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { interimBackend } from './interim.backend.ts';
import { interimBill, standingOf } from './standing.ts';

/**
 * Asks for a bill of what has been run up so far. TM Forum's task has no place for a caller's own number but its
 * description: there a repeat finds what the first try left behind, also when the process that began it is gone.
 */
export async function makeInterim(call: Call<unknown, unknown, InterimBillRequest>): Promise<InterimBill> {
  const { accountId } = call.body;
  const backend = interimBackend(call);
  const account = await namedInBody('accountId', 'You have no such account.', accountsBackend(call).account(accountId, 'bill.make'));
  const number = numberFor('I', call);
  const before = (await backend.asked(accountId)).rows.find((row) => text(row, 'description')?.includes(number));
  if (before) return interimBill(call, backend, before);
  const standing = await standingOf(call, account, accountId);
  if (standing.refused) throw refusal(standing.refused, standing.with?.name ?? '', backend.origin);
  return interimBill(call, backend, await backend.ask(bodyOf(call, account, number)));
}

function bodyOf(call: Call, account: TmfBody, number: string): TmfBody {
  const { id, name, role, '@referredType': kind } = readOne(call.tmf('TMF666').origin, () => customerRef(account));
  const accountName = text(account, 'name');
  return {
    description: `${number}: asked for by self-service`,
    billingAccount: { id: account['id'], ...(accountName !== undefined && { name: accountName }), '@referredType': 'BillingAccount' },
    relatedParty: { id, name, role, '@referredType': kind },
  };
}

/** Each says what would work instead. */
function refusal(why: InterimRefusal, holder: string, origin: string): Error {
  if (why === 'under-way') return new Refusal({ status: 409, code: 'interim-under-way', title: 'A bill for this account is being made already. It will be among your bills in a moment.' });
  if (why === 'nothing-unbilled') {
    return new Refusal({ status: 409, code: 'interim-nothing', title: 'Everything so far is on a bill already. Take your newest bill, or a letter that confirms the balance.' });
  }
  if (why === 'on-another-bill') {
    return new Refusal({ status: 409, code: 'interim-on-another-bill', title: `The charges of this account are on the bill of ${holder}. Ask for a bill of that account.` });
  }
  return new UpstreamProblem('unreachable', origin, 'what has been run up is not known');
}
