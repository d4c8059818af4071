import type { Cart, Money, Offer } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { priceTimes } from '../offers/price.adapter.ts';
import type { Subject } from '../options.ts';
import { tmfMoney } from '../tmf/money.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

const totals = ({ once, monthly }: { once: Money; monthly: Money }) => [
  { name: 'Monthly', priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: tmfMoney(monthly) } },
  { name: 'Once', priceType: 'oneTime', price: { taxIncludedAmount: tmfMoney(once) } },
];

export interface Ordered {
  offer: Offer;
  quantity: number;
}

/**
 * The TMF622 body of an order for what is in a cart. When it is ready is the operator's to promise. `subject` is who
 * orders, where the operator knows them as another than the customer.
 */
export function orderBody(cart: Cart, lines: readonly Ordered[], account: TmfBody, subject: Subject | undefined, externalId: string): TmfBody {
  const customer = customerRef(account);
  const orderer = subject && { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' };
  return {
    externalId,
    channel: [{ id: 'self-service', name: 'Self-service', role: 'origin' }],
    billingAccount: { id: account['id'], name: text(account, 'name'), '@referredType': 'BillingAccount' },
    relatedParty: !orderer || customer.id === orderer.id ? [customer] : [customer, orderer],
    orderTotalPrice: totals(cart),
    productOrderItem: lines.map(({ offer, quantity }, index) => ({
      id: String(index + 1),
      action: 'add',
      quantity,
      productOffering: { id: offer.id, name: offer.name, '@referredType': 'ProductOffering' },
      product: { name: offer.name, productCharacteristic: [{ name: 'lineOfBusiness', valueType: 'string', value: offer.lineOfBusiness }] },
      itemTotalPrice: totals(priceTimes(offer.price, quantity)),
    })),
  };
}
