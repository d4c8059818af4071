import { ofOrder } from '../appointment/booking.ts';
import { planOf } from '../appointment/capacity.ts';
import { crewsIn, cutOffOf, slotsBetween } from '../appointment/slots.ts';
import { period } from '../appointment/time.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { serviceFor, serviceRef } from '../service/realize.ts';
import { stockId } from '../stock/level.ts';
import type { Resource } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { Draft } from './draft.ts';
import type { Family } from './family.ts';
import type { Party } from './parties.ts';
import { partyRef } from './parties.ts';
import { DAY, iso } from './zone.ts';

/** Writes what runs behind a product, and answers the product's reference to it. An option runs on the line it belongs to. */
export function writeService(draft: Draft, product: Resource, { category }: Family): object {
  const { path, type } = definitionOf('product');
  const service = category === 'Add-ons' ? undefined : serviceFor({ href: `${path}/${product.id}`, '@type': type, ...product });
  if (!service) return {};
  draft.add('service', service);
  return { realizingService: [serviceRef(service)] };
}

const DEVICES = ['router', 'tv-box', 'phone-aster', 'phone-corvo', 'tablet-lumen'];

/** How many of each device are left in the store. */
export function writeStock(draft: Draft, catalogue: Catalogue): void {
  for (const key of DEVICES) {
    const { id, name } = catalogue.sold(key);
    draft.add('productStock', {
      id: stockId(id),
      name,
      stockedProduct: { productOffering: { id, name } },
      productStockLevel: { amount: draft.dice('stock', id).between(20, 90), units: 'piece' },
    });
  }
}

/** A line of an order for which a technician comes. */
export interface VisitPlan {
  orderId: string;
  itemId: string;
  customer: Party;
  /** When the line is expected; the visit is the last one before it. */
  expectedAt: number;
  postcode: string;
}

/** How far back the last working day can be. */
const LOOK_BACK = 6 * DAY;

/** Books the technician of a line; answers the reference the line carries. Nothing when the day is gone. */
export function writeVisit(draft: Draft, { orderId, itemId, customer, expectedAt, postcode }: VisitPlan): object {
  const slot = slotsBetween(expectedAt - LOOK_BACK, expectedAt).at(-1);
  if (!slot || slot.from <= draft.now) return {};
  const id = draft.id('visit', orderId);
  const area = postcode.slice(0, 2);
  const crew = draft.dice('crew', orderId).between(0, crewsIn(slot) - 1);
  const validFor = period(slot);
  draft.add('appointment', {
    id,
    category: 'technician visit',
    description: 'A technician connects your line.',
    status: 'confirmed',
    creationDate: iso(draft.now - DAY),
    lastUpdate: iso(draft.now - DAY),
    validFor,
    changeUntil: iso(cutOffOf(slot)),
    // Planned by the world: nobody has claimed this crew, and it is taken all the same.
    technician: { area, key: `${iso(slot.from)}/${crew}`, plan: { id: planOf(area) } },
    relatedEntity: [ofOrder(orderId, itemId)],
    relatedParty: [partyRef(customer, 'customer')],
  });
  return { appointment: { id, href: `${definitionOf('appointment').path}/${id}`, '@referredType': 'Appointment', validFor } };
}
