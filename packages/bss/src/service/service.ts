import type { Act, Noun } from '../nouns/noun.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { invalidField, notFound } from '../surface/tmf-error.ts';
import { OPERATING } from './realize.ts';

/** TMF638 v5: how a service is, whatever its state. */
const OPERATING_STATUSES = ['pending', 'configured', 'starting', 'running', 'degraded', 'failed', 'limited', 'stopping', 'stopped', 'unknown'];

function refuseUnknown({ operatingStatus }: Resource): void {
  if (operatingStatus === undefined || OPERATING_STATUSES.some((status) => status === operatingStatus)) return;
  throw invalidField(`"operatingStatus" must be one of: ${OPERATING_STATUSES.join(', ')}.`);
}

/** What is switched on runs, unless somebody says otherwise. */
async function settled(_act: Act, before: Resource, after: Resource): Promise<Resource> {
  refuseUnknown(after);
  const isSaid = before['operatingStatus'] !== after['operatingStatus'];
  const state = String(after['state']);
  return before['state'] !== state && !isSaid ? { ...after, operatingStatus: OPERATING[state] ?? after['operatingStatus'] } : after;
}

/** TMF638: what runs behind products. */
export const serviceNoun: Noun = {
  resource: 'service',
  creating: async (_act, body) => {
    refuseUnknown(body);
    return { operatingStatus: OPERATING[String(body['state'])] ?? 'pending', ...body };
  },
  changing: settled,
  levers: [
    {
      path: 'services/:id/operating-status',
      summary: `Sets how a service runs: ${OPERATING_STATUSES.join(', ')}.`,
      body: { status: 'text' },
      pull: async (act, { params, body }) => {
        const before = (await act.tx.get('service', params['id'] ?? ''))?.body;
        if (!before) throw notFound();
        const after = await settled(act, before, { ...before, operatingStatus: body['status'] });
        await save(act.tx, 'service', after, act.now);
        return { service: after.id, operatingStatus: after['operatingStatus'] };
      },
    },
  ],
};
