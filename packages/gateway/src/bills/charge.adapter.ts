import { type Charge, ChargeKind, type Money } from '@faceplate/contracts';
import { characteristic, money, needed, number, period, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A TMF678 appliedCustomerBillingRate as a line of a bill. */
export function chargeOf(body: TmfBody, setting: Setting): Charge {
  const id = needed(text(body, 'id'), 'id');
  const covered = period(setting.zone, body, 'periodCoverage');
  const service = serviceOf(body);
  const quantity = quantityOf(body);
  return {
    id,
    kind: kindOf(body),
    name: text(body, 'name') ?? text(body, 'description') ?? 'Charge',
    ...(service && { service }),
    ...(covered && { period: covered }),
    ...(quantity && { quantity }),
    net: netOf(body, setting.currency),
    taxRate: number(body, 'appliedTax', 'taxRate') ?? 0,
  };
}

function netOf(body: TmfBody, currency: string): Money {
  return needed(money(currency, body, 'taxExcludedAmount'), 'taxExcludedAmount');
}

/** Our extension says it exactly; of a foreign system only TM Forum's three types are known. */
function kindOf(body: TmfBody): Charge['kind'] {
  const named = ChargeKind.safeParse(characteristic(records(body, 'characteristic'), 'chargeKind'));
  if (named.success) return named.data;
  const type = text(body, 'type')?.toLowerCase() ?? '';
  if (type.includes('credit')) return 'credit';
  if (type.includes('penalty')) return 'penalty';
  return period('UTC', body, 'periodCoverage') ? 'recurring' : 'one-off';
}

function serviceOf(body: TmfBody): Charge['service'] {
  const productId = text(body, 'product', 'id');
  // The identifier (a number, an address) tells more than the product's name, which the line has already.
  const name = text(body, 'description') ?? text(body, 'product', 'name');
  return productId && name ? { productId, name } : undefined;
}

function quantityOf(body: TmfBody): Charge['quantity'] {
  const facts = records(body, 'characteristic');
  const value = number(characteristic(facts, 'quantity'));
  const unit = characteristic(facts, 'unit');
  return value !== undefined && unit ? { value, unit } : undefined;
}
