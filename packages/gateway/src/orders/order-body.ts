import type { Cart, CartItem } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { type CartLine, characteristicBody, productBody, saidIn } from '../cart/cart-line.ts';
import { priceBody } from '../cart/line-price.ts';
import { chosenParts, isOurs, TERM } from '../configuration/choice.ts';
import type { Catalogue } from '../offers/catalogue.ts';
import type { Subject } from '../options.ts';
import { records, text } from '../tmf/read.ts';
import { tmfMoney } from '../tmf/money.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { OrderPayment } from './pay-order.ts';

export interface Ordered {
  line: CartLine;
  item: CartItem;
  lineOfBusiness: string;
}

export interface NewOrder {
  cart: Cart;
  lines: readonly Ordered[];
  account: TmfBody;
  /** Who orders, where the operator knows them as another than the customer. */
  subject: Subject | undefined;
  externalId: string;
  payment: OrderPayment | undefined;
  catalogue: Pick<Catalogue, 'byId'>;
}

/** The TMF622 body of an order for what is in a cart. When it is ready is the operator's to promise. */
export function orderBody({ cart, lines, account, subject, externalId, payment, catalogue }: NewOrder): TmfBody {
  const customer = customerRef(account);
  const orderer = subject && { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' };
  return {
    externalId,
    channel: [{ id: 'self-service', name: 'Self-service', role: 'origin' }],
    billingAccount: { id: account['id'], name: text(account, 'name'), '@referredType': 'BillingAccount' },
    relatedParty: !orderer || customer.id === orderer.id ? [customer] : [customer, orderer],
    orderTotalPrice: priceBody(cart),
    ...(payment && { payment: [{ id: payment.id, name: payment.reference, amount: tmfMoney(payment.amount), '@referredType': 'Payment' }] }),
    productOrderItem: lines.map((one, index) => itemBody(one, String(index + 1), cart, catalogue)),
  };
}

function itemBody({ line, item, lineOfBusiness }: Ordered, id: string, { visit }: Cart, catalogue: NewOrder['catalogue']): TmfBody {
  const product = chosenProduct(line, { name: item.name, lineOfBusiness });
  return {
    id,
    action: 'add',
    quantity: line.quantity,
    productOffering: { id: line.offerId, name: item.name, '@referredType': 'ProductOffering' },
    itemTotalPrice: priceBody(item),
    ...orderedProduct(product, { id, quantity: line.quantity }, catalogue),
    ...(visit && item.needs?.includes('visit') && { appointment: { id: visit.id, '@referredType': 'Appointment' } }),
  };
}

/** What was chosen of a line, with what kind of thing it is, as carts and quotes have it. */
export function chosenProduct(line: CartLine, { name, lineOfBusiness }: { name: string; lineOfBusiness: string }): TmfBody {
  const product = productBody(line);
  return { ...product, name, productCharacteristic: [characteristicBody('lineOfBusiness', lineOfBusiness), ...records(product, 'productCharacteristic')] };
}

/**
 * The same as an order has it. How a configurator calls terms and parts is between it and us: the one is a term of the
 * line, the others are lines within it.
 */
export function orderedProduct(product: TmfBody, { id, quantity }: { id: string; quantity: number }, { byId }: Pick<Catalogue, 'byId'>): TmfBody {
  const ours = Object.fromEntries([...saidIn({ product })].filter(([name]) => isOurs(name)));
  const said = records(product, 'productCharacteristic').filter(({ name }) => !isOurs(String(name)));
  const term = ours[TERM];
  const parts = chosenParts(ours).filter(({ count }) => count !== 0);
  return {
    product: { ...product, productCharacteristic: said },
    ...(term !== undefined && { itemTerm: [{ name: term }] }),
    ...(parts.length > 0 && {
      productOrderItem: parts.map(({ offerId, count = 1, own }, index) => {
        const name = byId.get(offerId)?.offer.name;
        return {
          id: `${id}.${index + 1}`,
          action: 'add',
          quantity: count * quantity,
          productOffering: { id: offerId, ...(name !== undefined && { name }), '@referredType': 'ProductOffering' },
          product: { ...(name !== undefined && { name }), productCharacteristic: own.map((one) => characteristicBody(one.name, one.value)) },
        };
      }),
    }),
  };
}
