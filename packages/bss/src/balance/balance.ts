import { ACTIONS, type Action, perform, unreserve } from './action.ts';
import { accumulate } from './accumulated.ts';
import { bucketIn, written } from './bucket.ts';
import { quantityIn } from './quantity.ts';
import { CURRENCY } from '../customer-bill/amounts.ts';
import { OPENING, prepaid } from '../ledger/accounts.ts';
import { enter } from '../ledger/entry.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { change, type Course, instant, objects, oneOf } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** Every action that came about, in one list: TMF654's balanceActionHistory. */
async function remember({ tx }: Act, body: Resource): Promise<void> {
  const { id: _id, href: _href, '@type': type, ...rest } = body;
  const id = newId();
  const href = `/tmf-api/prepayBalanceManagement/v4/balanceActionHistory/${id}`;
  // The file asks for the receiver of every action, though only a transfer has one.
  const [own] = objects(body['logicalResource']);
  const receiverLogicalResource = rest['receiverLogicalResource'] ?? { id: own?.['id'] ?? objects(body['bucket'])[0]?.['id'] ?? 'none' };
  await tx.put('balanceActionHistory', { ...rest, id, href, '@type': 'BalanceActionHistory', '@baseType': type, receiverLogicalResource });
}

function courseOf(resource: Action): Course {
  return {
    resource,
    open: [oneOf('status', 'created')],
    isDue: (body, { now, step }) =>
      body['status'] === 'created' && objects(body['bucket']).length > 0 && (quantityIn(body['amount'])?.amount ?? 0) !== 0 && now >= instant(body['requestedDate']) + step,
    advance: async (tx, body, { now }) => {
      const act = { tx, now: new Date(now) };
      const outcome = await perform(act, resource, body);
      if (!outcome) return;
      const patch = outcome.done ? { status: 'completed' } : { status: 'failed', reason: outcome.reason };
      await remember(act, await change(tx, resource, body, patch, now));
    },
  };
}

function actionNoun(resource: Action): Noun {
  return {
    resource,
    courses: [courseOf(resource)],
    changing: async (act, before, after) => {
      if (before['status'] === after['status']) return after;
      const outcome = after['status'] === 'completed' ? await perform(act, resource, after) : undefined;
      const settled = outcome?.done === false ? { ...after, status: 'failed', reason: outcome.reason } : after;
      if (outcome) await remember(act, settled);
      return settled;
    },
    ...(resource === 'reserveBalance' && {
      removing: async (act: Act, before: Resource) => {
        if (before['status'] === 'completed') await unreserve(act, before);
      },
    }),
  };
}

/** A bucket is full when it is made, and money in it is in the ledger from then on. */
const bucketNoun: Noun = {
  resource: 'bucket',
  creating: async (_act, body) => written(bucketIn(body)),
  created: async (act, body) => {
    const { usageType, units, remaining } = bucketIn(body);
    const cents = Math.round(remaining * 100);
    if (usageType === 'monetary' && units === CURRENCY) {
      await enter(act, `bucket/${body.id}`, 'Prepaid balance', [[OPENING, cents], [prepaid(body.id), -cents]], body.id);
    }
    await accumulate(act, body);
    return body;
  },
};

export const balanceNouns: readonly Noun[] = [bucketNoun, ...ACTIONS.map(actionNoun)];
