import type { Cart, CartItem } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { type CartLine, productBody } from '../cart/cart-line.ts';
import { priceBody } from '../cart/line-price.ts';
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
}

/** The TMF622 body of an order for what is in a cart. When it is ready is the operator's to promise. */
export function orderBody({ cart, lines, account, subject, externalId, payment }: NewOrder): TmfBody {
  const customer = customerRef(account);
  const orderer = subject && { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' };
  return {
    externalId,
    channel: [{ id: 'self-service', name: 'Self-service', role: 'origin' }],
    billingAccount: { id: account['id'], name: text(account, 'name'), '@referredType': 'BillingAccount' },
    relatedParty: !orderer || customer.id === orderer.id ? [customer] : [customer, orderer],
    orderTotalPrice: priceBody(cart),
    ...(payment && { payment: [{ id: payment.id, name: payment.reference, amount: tmfMoney(payment.amount), '@referredType': 'Payment' }] }),
    productOrderItem: lines.map((one, index) => itemBody(one, String(index + 1), cart)),
  };
}

function itemBody({ line, item, lineOfBusiness }: Ordered, id: string, { visit }: Cart): TmfBody {
  const product = productBody(line);
  // How a configurator calls terms and parts is between it and us.
  const said = records(product, 'productCharacteristic').filter(({ name }) => !String(name).startsWith('@'));
  const term = line.choices['@term'];
  return {
    id,
    action: 'add',
    quantity: line.quantity,
    productOffering: { id: line.offerId, name: item.name, '@referredType': 'ProductOffering' },
    product: { ...product, name: item.name, productCharacteristic: [{ name: 'lineOfBusiness', valueType: 'string', value: lineOfBusiness }, ...said] },
    itemTotalPrice: priceBody(item),
    ...(term !== undefined && { itemTerm: [{ name: term }] }),
    ...(visit && item.needs?.includes('visit') && { appointment: { id: visit.id, '@referredType': 'Appointment' } }),
  };
}
