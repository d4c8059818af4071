import type { Cart, CartItem, Checkout, Obstacle, PayWay } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { lineIn } from '../cart/change-cart.ts';
import { type OpenCart, openCart } from '../cart/open-cart.ts';
import { type Around, readAround, shownCart } from '../cart/view.ts';
import { isNewcomer } from '../offers/catalogue.ts';
import { promiseTiers } from '../offers/promises.ts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';

type Step = Checkout['steps'][number];
type Asked = Call<unknown, { account?: string | undefined }>;

const PLACE_WAYS: ReadonlySet<string> = new Set(['give-address', 'choose-flat', 'correct-address']);

/** What is still to be settled before a cart can be ordered. Nothing of it is kept here: it follows from the cart and the caller. */
export async function checkoutOf(call: Asked): Promise<Checkout> {
  const { account } = call.query;
  const [found] = await Promise.all([openCart(call), account === undefined ? undefined : accountsBackend(call).billable(account)]);
  if (!found) throw notFound();
  const around = await readAround(call, found);
  const cart = shownCart(found, around, call.tenant.currency);
  const items = cart.items.filter(({ later }) => !later);
  const accountId = account ?? onlyOne(call);
  const pay = waysToPay(call, items, accountId);
  return {
    cartId: cart.id,
    steps: [...linesSteps(call, items, found), ...wholeSteps(call, cart, items, accountId)],
    promises: promisesOf(items, found, around),
    pay,
    dueNow: cart.once,
    obstacles: obstaclesOf(call, cart, items, accountId),
    ...(around.approvers.length > 0 && { approver: around.approvers.join(', ') }),
    gaps: around.gaps,
  };
}

const onlyOne = ({ subject }: Call): string | undefined => (subject.accountIds.length === 1 ? subject.accountIds[0] : undefined);

const step = (kind: Step['kind'], isDone: boolean, more: Partial<Step> = {}): Step => ({ kind, state: isDone ? 'done' : 'open', ...more });

/** The customer's own address is known to the operator; a newcomer's is not. */
function isPlaced(call: Call, { place, obstacles = [] }: CartItem): boolean {
  if (obstacles.some(({ way }) => PLACE_WAYS.has(way?.kind ?? ''))) return false;
  return place !== undefined || !isNewcomer(call);
}

function linesSteps(call: Call, items: readonly CartItem[], cart: OpenCart): Step[] {
  return items.flatMap((item) => {
    const { number, portIn } = lineIn(cart, item.id);
    return [
      ...(item.needs?.includes('place') ? [step('place', isPlaced(call, item), { itemId: item.id })] : []),
      ...(item.needs?.includes('number') && item.quantity === 1 ? [step('number', portIn !== undefined || (number !== undefined && item.hold !== undefined), { itemId: item.id, optional: number === undefined })] : []),
    ];
  });
}

function wholeSteps(call: Call, cart: Cart, items: readonly CartItem[], accountId: string | undefined): Step[] {
  const needsVisit = items.some(({ needs }) => needs?.includes('visit'));
  return [
    ...(needsVisit ? [step('visit', cart.visit !== undefined, { optional: true })] : []),
    isNewcomer(call) ? step('contact', false) : step('account', accountId !== undefined),
    ...(cart.once.amount > 0 ? [step('pay', false, { optional: true })] : []),
  ];
}

function promisesOf(items: readonly CartItem[], cart: OpenCart, { catalogue }: Around): Checkout['promises'] {
  return items.flatMap((item) => {
    const entry = catalogue.byId.get(item.offerId);
    const key = entry?.promises[0]?.key;
    const tiers = entry ? promiseTiers(entry, key === undefined ? undefined : lineIn(cart, item.id).choices[key]) : [];
    return tiers.length > 1 ? [{ itemId: item.id, name: item.name, tiers }] : [];
  });
}

/** Now, over the provider, where one takes payments; or on the next bill, unless the operator wants no more credit to be given. */
function waysToPay(call: Call, items: readonly CartItem[], accountId: string | undefined): PayWay[] {
  const debt = items.flatMap(({ obstacles = [] }) => obstacles).find(({ family }) => family === 'money');
  const mayPay = isNewcomer(call) || (accountId === undefined ? call.subject.accountIds : [accountId]).some((id) => call.allows({ accountIds: [id] }, 'payment.make'));
  const now: PayWay = call.payments && mayPay ? { kind: 'now', allowed: true } : { kind: 'now', allowed: false, why: call.payments ? NOT_YOURS : NOBODY_TAKES };
  return [now, { kind: 'next-bill', allowed: debt === undefined, ...(debt && { why: debt }) }];
}

const NOBODY_TAKES: Obstacle = { code: 'unoffered', family: 'system', reason: 'Nothing is paid here at once.', remedy: 'Have it put on the next bill.', way: { kind: 'choose' } };
const NOT_YOURS: Obstacle = { code: 'payer', family: 'policy', reason: 'You cannot pay for this account here.', remedy: 'Have it put on the next bill.', way: { kind: 'choose' } };
const EMPTY: Obstacle = { code: 'empty', family: 'product', reason: 'The cart is empty.', remedy: 'Choose an offer first.', way: { kind: 'choose' } };

function obstaclesOf(call: Call, { once, monthly }: Cart, items: readonly CartItem[], accountId: string | undefined): Obstacle[] {
  if (items.length === 0) return [EMPTY];
  const spend = add(once, monthly);
  if (accountId === undefined || call.allows({ accountIds: [accountId], spend }, 'order.place')) return [];
  return [{ code: 'over-limit', family: 'policy', reason: 'This costs more than you may spend for this account.', remedy: 'Ask for a higher limit, or take something out.', facts: { amount: spend }, way: { kind: 'ask-higher-limit', amount: spend } }];
}
