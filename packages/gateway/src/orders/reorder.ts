import type { Reordered } from '@faceplate/contracts';
import { newLine, type CartLine } from '../cart/cart-line.ts';
import { changeCart } from '../cart/change-cart.ts';
import { withLine } from '../cart/line-acts.ts';
import { LIMITS } from '../cart/open-cart.ts';
import { holding, judged } from '../offers/catalogue.ts';
import { factsOf } from '../policy/facts.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { ordersBackend } from './orders.backend.ts';

const OURS: ReadonlySet<string> = new Set(['lineOfBusiness', 'identifier', 'simNumber', 'portIn', 'portInProvider', 'portInDate']);

/** Lines that were added by an order, chosen and placed as they were; a bundle is one line. */
function linesIn(order: TmfBody, mark: string): CartLine[] {
  return records(order, 'productOrderItem').flatMap((item, index): CartLine[] => {
    const offerId = text(item, 'productOffering', 'id');
    if (offerId === undefined || text(item, 'action') !== 'add') return [];
    const [place] = records(item, 'product', 'place');
    const placeId = text(place, 'id');
    const choices = records(item, 'product', 'productCharacteristic').flatMap((one): [string, string][] => {
      const [name, value] = [text(one, 'name'), text(one, 'value')];
      return name === undefined || value === undefined || OURS.has(name) ? [] : [[name, value]];
    });
    const quantity = Math.min(whole(QUANTITY, item, 'quantity') ?? 1, LIMITS.ofOne);
    const name = text(item, 'productOffering', 'name') ?? offerId;
    return [newLine({ id: `${mark}-${index + 1}`, offerId, name, quantity, choices: Object.fromEntries(choices), ...(placeId !== undefined && { place: { id: placeId, text: text(place, 'name') ?? placeId } }) })];
  });
}

/**
 * Puts what an order brought into the cart again, and says what could not come, and why. What was ordered of an offer that is
 * not sold any more stays out: its successor may be something else.
 */
export async function reorder(call: Call<{ orderId: string }>): Promise<Reordered> {
  const order = await ordersBackend(call).order(call.params.orderId);
  call.demand(factsOf(order), 'order.read');
  const mark = call.operationKey.slice(0, 11);
  const wanted = linesIn(order, mark);
  const found: Reordered = { added: [], left: [] };
  await changeCart(call, {
    lines: ({ lines }, { catalogue, applicant }) => {
      found.added.length = 0;
      found.left.length = 0;
      return wanted.reduce<CartLine[]>((sofar, line) => {
        // A repeat whose first answer was lost.
        if (lines.some(({ id }) => id === line.id)) return told(found, line.name, sofar);
        const entry = catalogue.byId.get(line.offerId);
        const held = sofar.map(({ id, offerId, name }) => ({ id: offerId, name, itemId: id }));
        const [obstacle] = entry ? judged(entry, holding(applicant, held), catalogue).obstacles : [];
        if (!entry || obstacle) {
          found.left.push({ name: line.name, reason: obstacle ? [obstacle.reason, obstacle.remedy].filter(Boolean).join(' ') : `${line.name} is not sold any more.` });
          return sofar;
        }
        return added(found, line, sofar);
      }, [...lines]);
    },
  });
  return found;
}

function told(found: Reordered, name: string, lines: CartLine[]): CartLine[] {
  found.added.push(name);
  return lines;
}

function added(found: Reordered, line: CartLine, lines: CartLine[]): CartLine[] {
  try {
    const more = withLine(lines, line);
    found.added.push(line.name);
    return more;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    found.left.push({ name: line.name, reason: error.problem.errors?.[0]?.message ?? error.problem.title });
    return lines;
  }
}
