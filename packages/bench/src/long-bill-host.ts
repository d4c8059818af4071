import type { StoredRecord } from '@faceplate/bss';
import { NOW, serveBench } from './operator-host.ts';

/** So many lines of one kind of use, on a bill that adds up. Euros; 19 % tax. */
function billOf(id: string, lines: number, like: StoredRecord): StoredRecord[] {
  const money = (cents: number) => ({ unit: 'EUR', value: cents / 100 });
  const [net, tax] = [100 * lines, 19 * lines];
  const bill = {
    ...like.body, id, billNo: `long-${lines}`, state: 'sent',
    taxExcludedAmount: money(net), taxItem: [{ taxCategory: 'VAT', taxRate: 19, taxAmount: money(tax) }],
    taxIncludedAmount: money(net + tax), amountDue: money(net + tax), remainingAmount: money(net + tax),
  };
  const rates = Array.from({ length: lines }, (_, index) => ({
    resource: 'appliedCustomerBillingRate',
    body: {
      id: `${id}x${index}`, name: `Call to number ${index}`, date: NOW.toISOString(), type: 'appliedBillingCharge', isBilled: true, bill: { id, '@referredType': 'CustomerBill' },
      description: `+49 30 ${index % 500}`, product: { id: `line${index % 500}`, name: 'Line' },
      taxExcludedAmount: money(100), taxIncludedAmount: money(119), appliedTax: [{ taxCategory: 'VAT', taxRate: 19, taxAmount: money(19) }],
      characteristic: [{ name: 'chargeKind', value: 'usage' }, { name: 'quantity', value: 3 }, { name: 'unit', value: 'minutes' }],
    },
  }));
  return [{ resource: 'customerBill', body: bill }, ...rates] as StoredRecord[];
}

/** An area as tall as the list of 100,000 lines, with nothing in it; where the list is, so that the same hand finds it. */
const EMPTY = '<link rel="stylesheet" href="/empty.css"><fp-charge-pool><div class="area"><div></div></div></fp-charge-pool>';
const EMPTY_STYLE = '.area { block-size: 36rem; overflow: auto } .area > div { block-size: 5600000px }';

/** What stands on a page: nothing, an empty area, or the bill of that id. */
function bodyOf(name: string): string {
  if (name === 'blank') return '';
  return name === 'empty' ? EMPTY : `<script type="module" src="/embed/bill-viewer.js"></script><fp-bill-viewer bill-id="${name}"></fp-bill-viewer>`;
}

/** Ada's world with a bill of each length, whose ids are `bill` and the number, and a page for each. */
export const serveLongBills = (lengths: readonly number[]) =>
  serveBench({
    more: (world, ada) => {
      const like = world.find(({ resource, body }) => resource === 'customerBill' && JSON.stringify(body['relatedParty']).includes(ada));
      if (!like) throw new Error('Ada has no bill.');
      return lengths.flatMap((lines) => billOf(`bill${lines}`, lines, like));
    },
    bodyOf,
    styles: { '/empty.css': EMPTY_STYLE },
  });
