import { authorize, placePayment } from './payment.ts';
import { refuseCardData } from './no-card-data.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { change, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** TMF676's file writes some names with a blank at the end; both are read, and answered as they came. */
function saidIn(task: Resource, name: string): { name: string; value: Json } | undefined {
  for (const spelled of [name, `${name} `]) {
    const [value] = objects(task[spelled]);
    if (value && Object.keys(value).length > 0) return { name: spelled, value };
  }
  return undefined;
}

const reference = ({ id, href }: Resource) => ({ id, href, '@referredType': 'Payment' });

/** The payment a task names, or one made of what it says. */
async function paymentOf(act: Act, said: Json, more: Json): Promise<Resource | undefined> {
  const id = text(said['id']);
  if (id === undefined) return placePayment(act, { ...said, ...more });
  return (await act.tx.get('payment', id))?.body;
}

const done = (act: Act, resource: string, task: Resource, patch: Json) => change(act.tx, resource, task, patch, act.now.getTime());

/** Authorizes and goes no further: the money is held until a payment is initiated with it. */
async function authorizeOnly(act: Act, task: Resource, said: { name: string; value: Json }): Promise<void> {
  const payment = await paymentOf(act, said.value, { onHold: true });
  const pending = payment?.['status'] === 'pendingAuthorization' ? payment : undefined;
  const after = pending && (await authorize(act, { ...pending, onHold: true }));
  const state = after?.['status'] === 'authorized' ? 'done' : 'terminatedWithError';
  await done(act, 'authorizePayment', task, { state, ...(payment && { [said.name]: reference(payment) }) });
}

/** Takes what was authorized, or makes a payment of its own. */
async function initiate(act: Act, task: Resource, said: { name: string; value: Json }): Promise<void> {
  const payment = await paymentOf(act, said.value, {});
  if (payment?.['onHold'] === true) await change(act.tx, 'payment', payment, { onHold: null }, act.now.getTime());
  const state = payment ? 'done' : 'terminatedWithError';
  await done(act, 'initiatePayment', task, { state, ...(payment && { [said.name]: reference(payment) }) });
}

type Work = (act: Act, task: Resource, said: { name: string; value: Json }) => Promise<void>;

function taskNoun(resource: string, names: readonly string[], work: Work): Noun {
  const saidOf = (task: Resource) => names.map((name) => saidIn(task, name)).find((said) => said !== undefined);
  return {
    resource,
    creating: async (_act, task) => {
      refuseCardData(task);
      return task;
    },
    courses: [
      {
        resource,
        open: [oneOf('state', 'acknowledged')],
        isDue: (task) => task['state'] === 'acknowledged' && saidOf(task) !== undefined,
        advance: async (tx, task, { now }) => {
          const said = saidOf(task);
          if (said) await work({ tx, now: new Date(now) }, task, said);
        },
      },
    ],
  };
}

/** TMF676's tasks: authorize now and take later, or take at once. One that names nothing stays acknowledged. */
export const paymentTaskNouns: readonly Noun[] = [
  taskNoun('authorizePayment', ['authorizedPayment'], authorizeOnly),
  taskNoun('initiatePayment', ['initiatedPayment', 'authorizedPayment'], initiate),
];
