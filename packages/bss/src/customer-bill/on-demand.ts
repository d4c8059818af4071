import { holderOf } from './joined.ts';
import { cycleAt } from './period.ts';
import { billNow } from './run.ts';
import type { Noun } from '../nouns/noun.ts';
import { change, instant, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const accountIn = (task: Resource): string | undefined => text(objects(task['billingAccount'])[0]?.['id']);

/** TMF678: a bill for what has been run up so far, whenever somebody asks for one. */
export const customerBillOnDemandNoun: Noun = {
  resource: 'customerBillOnDemand',
  courses: [
    {
      resource: 'customerBillOnDemand',
      open: [oneOf('state', 'inProgress')],
      isDue: (task, { now, step }) => task['state'] === 'inProgress' && accountIn(task) !== undefined && now >= instant(task['lastUpdate']) + step,
      advance: async (tx, task, { now }) => {
        const act = { tx, now: new Date(now) };
        const accountId = accountIn(task) ?? '';
        const settle = (patch: Record<string, unknown>) => change(tx, 'customerBillOnDemand', task, patch, now);
        if (!(await tx.get('billingAccount', accountId))) {
          await settle({ state: 'rejected', description: `There is no billing account ${accountId}.` });
          return;
        }
        if ((await holderOf(act, accountId, now)) !== accountId) {
          await settle({ state: 'rejected', description: 'Its charges stand on the bill of another account: ask for that one.' });
          return;
        }
        const bill = await billNow(act, accountId, cycleAt(now));
        if (!bill) await settle({ state: 'rejected', description: 'There is nothing to bill: everything so far is on a bill.' });
        else await settle({ state: 'done', customerBill: { id: bill.id, href: bill.href, '@referredType': 'CustomerBill' } });
      },
    },
  ],
};
