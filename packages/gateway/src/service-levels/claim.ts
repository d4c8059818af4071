import type { Month, ServiceLevelDetail } from '@faceplate/contracts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { ownRecord } from '../tmf/owned.ts';
import { needed, text } from '../tmf/read.ts';
import { violationIn } from './credit.ts';
import { detailOf, serviceIn } from './detail.ts';
import { readRecordAnew } from './record.ts';

const notClaimable = () => new Refusal({ status: 409, code: 'not-claimable', title: 'Nothing is given back for this month: it was kept, still runs, or is not on record as missed.' });

/** Has the operator grant what the terms give back for a missed month; what was granted before stays. */
export async function claim(call: Call<{ service: string; month: Month }>): Promise<ServiceLevelDetail> {
  const { service: id, month } = call.params;
  const service = await serviceIn(call, id, month, readRecordAnew);
  const before = await detailOf(call, service, month);
  if (before.credit?.state === 'granted') return before;
  const violation = before.credit?.state === 'claimable' ? await violationIn(call, id, month) : undefined;
  if (!violation) throw notClaimable();
  const violationId = needed(text(violation, 'id'), 'id');
  const read = () => ownRecord(call, 'TMF623', 'slaViolation', violationId, { action: 'service-level.claim' });
  await changeRecord(call.tmf('TMF623'), { resource: 'slaViolation', id: violationId, read, patch: (now) => (text(now, 'credit', 'state') === 'granted' ? undefined : { credit: { state: 'claimed' } }) });
  return detailOf(call, service, month);
}
