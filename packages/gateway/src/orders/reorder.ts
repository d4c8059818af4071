import type { Choices, Reordered } from '@faceplate/contracts';
import { type CartLine, heldIn, newLine, saidIn } from '../cart/cart-line.ts';
import { changeCart } from '../cart/change-cart.ts';
import { checkedChoices } from '../cart/choices.ts';
import { withLine } from '../cart/line-acts.ts';
import { LIMITS } from '../cart/open-cart.ts';
import { partKey, TERM, withinPart } from '../configuration/choice.ts';
import { holding, judged } from '../offers/catalogue.ts';
import { factsOf } from '../policy/facts.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { QUANTITY, records, text, whole } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
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
    const quantity = quantityOf(item);
    const name = text(item, 'productOffering', 'name') ?? offerId;
    return [newLine({ id: `${mark}-${index + 1}`, offerId, name, quantity: Math.min(quantity, LIMITS.ofOne), choices: choicesOf(item), ...(placeId !== undefined && { place: { id: placeId, text: text(place, 'name') ?? placeId } }) })];
  });
}

const quantityOf = (item: TmfBody): number => whole(QUANTITY, item, 'quantity') ?? 1;

/** What was chosen of a line, in the words of the configurator: the other way round than `orderedProduct`. */
function choicesOf(item: TmfBody): Choices {
  const [term] = records(item, 'itemTerm').flatMap((one) => text(one, 'name') ?? []);
  const parts = records(item, 'productOrderItem').flatMap((part): [string, string][] => {
    const offerId = text(part, 'productOffering', 'id');
    if (offerId === undefined) return [];
    const own = saidOf(part).map(([name, value]): [string, string] => [withinPart(offerId, name), value]);
    return [[partKey(offerId), String(Math.round(quantityOf(part) / quantityOf(item)))], ...own];
  });
  return Object.fromEntries([...(term === undefined ? [] : [[TERM, term] as const]), ...saidOf(item), ...parts]);
}

const saidOf = (item: TmfBody): [string, string][] => [...saidIn(item)].filter(([name]) => !OURS.has(name));

interface Fitting {
  line: CartLine;
  /** Why it cannot be had as it was chosen then. */
  fault?: string;
}

/** What was chosen then, as it can be chosen today. */
async function fitting(call: Call, line: CartLine): Promise<Fitting> {
  if (Object.keys(line.choices).length === 0) return { line };
  try {
    return { line: { ...line, choices: await checkedChoices(call, line) } };
  } catch (error) {
    // Where nobody can be asked how it can be chosen, it is taken as it was.
    if (error instanceof UpstreamProblem) return { line };
    if (!(error instanceof Refusal)) throw error;
    return { line, fault: error.problem.errors?.[0]?.message ?? error.problem.title };
  }
}

/**
 * Puts what an order brought into the cart again, and says what could not come, and why. What was ordered of an offer that is
 * not sold any more stays out: its successor may be something else.
 */
export async function reorder(call: Call<{ orderId: string }>): Promise<Reordered> {
  const order = await ordersBackend(call).order(call.params.orderId);
  call.demand(factsOf(order), 'order.read');
  const mark = call.operationKey.slice(0, 11);
  const wanted = await Promise.all(linesIn(order, mark).map((line) => fitting(call, line)));
  const found: Reordered = { added: [], left: [] };
  await changeCart(call, {
    lines: ({ lines }, { catalogue, applicant }) => {
      found.added.length = 0;
      found.left.length = 0;
      return wanted.reduce<CartLine[]>((sofar, { line, fault }) => {
        // A repeat whose first answer was lost.
        if (lines.some(({ id }) => id === line.id)) return told(found, line.name, sofar);
        const entry = catalogue.byId.get(line.offerId);
        const [obstacle] = entry ? judged(entry, holding(applicant, heldIn(sofar)), catalogue).obstacles : [];
        const reason = !entry ? `${line.name} is not sold any more.` : obstacle ? [obstacle.reason, obstacle.remedy].filter(Boolean).join(' ') : fault;
        if (reason === undefined) return added(found, line, sofar);
        found.left.push({ name: line.name, reason });
        return sofar;
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
