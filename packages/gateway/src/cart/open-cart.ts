import type { Call } from '../routing/route.ts';
import { instant, records, text } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import type { TmfBody } from '../upstream/types.ts';
import { broughtAlong } from '../visitor/bring-along.ts';
import { type CartBackend, cartBackend, isKept } from './cart.backend.ts';
import { type CartLine, idIn, lineOf } from './cart-line.ts';

export { type CartLine, itemBody } from './cart-line.ts';

/** A cart as it stands in TMF663, before it is judged. */
export interface OpenCart {
  id: string;
  lines: CartLine[];
  /** Under which it was kept once. */
  name?: string;
  since?: string;
  keptUntil?: string;
}

/** What changes one person's cart takes turns under this name. */
export const cartKey = ({ subject }: Call): string => `cart ${subject.sub}`;

/** The most lines a cart takes, and the most of one line. */
export const LIMITS = { lines: 50, ofOne: 20 };

/** This person's cart. Of several (two tabs on a first visit) the eldest is the one; `undefined` when there is none yet. */
export async function openCart(call: Call): Promise<OpenCart | undefined> {
  await broughtAlong(call, async () => ((await ownCart(call)) ?? cartOf(call, await cartBackend(call).create())).id, LIMITS);
  return ownCart(call);
}

async function ownCart(call: Call): Promise<OpenCart | undefined> {
  const { rows } = await cartBackend(call).carts();
  const open = rows.find((body) => !isKept(body));
  return open && cartOf(call, open);
}

/** The same, made on first sight. */
export async function cartForSure(call: Call, backend: CartBackend): Promise<OpenCart> {
  return (await openCart(call)) ?? cartOf(call, await backend.create());
}

export function cartOf(call: Call, body: TmfBody): OpenCart {
  const id = readOne(call.tmf('TMF663').origin, () => idIn(body));
  const [name, since, keptUntil] = [text(body, 'name'), instant(body, 'validFor', 'startDateTime'), instant(body, 'validFor', 'endDateTime')];
  return {
    id,
    lines: records(body, 'cartItem').flatMap((item) => lineOf(item, call.tenant.currency)),
    ...(name !== undefined && { name }),
    ...(since !== undefined && { since }),
    ...(keptUntil !== undefined && { keptUntil }),
  };
}
