import type { Dispute } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { readOne } from '../tmf/read-one.ts';
import type { TmfBody } from '../upstream/types.ts';
import { disputeOf } from './dispute.adapter.ts';

/** A dispute as this person reads it. */
export const view = (call: Call, ticket: TmfBody): Dispute =>
  readOne(call.tmf('TMF621').origin, () => disputeOf(ticket, call.tenant.currency, { sub: call.subject.sub, operator: call.tenant.name }));
