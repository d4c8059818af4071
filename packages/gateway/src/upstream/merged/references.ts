import { isObject, type TmfBody } from '../types.ts';
import type { TmfApi } from '../upstream.ts';

/** Attributes that point at records of another API, where ids may have to tell several systems apart. People and parties are known in one place only. */
const POINTS_AT: Readonly<Record<string, TmfApi>> = {
  billingAccount: 'TMF666',
  financialAccount: 'TMF666',
  account: 'TMF666',
  bill: 'TMF678',
  partyAccount: 'TMF666',
  product: 'TMF637',
  productRef: 'TMF637',
  productOffering: 'TMF620',
  productOfferingPrice: 'TMF620',
  productSpecification: 'TMF620',
  productOrder: 'TMF622',
  shoppingCart: 'TMF663',
  troubleTicket: 'TMF621',
  serviceProblem: 'TMF656',
};

const BY_TYPE: Readonly<Record<string, TmfApi>> = {
  BillingAccount: 'TMF666',
  CustomerBill: 'TMF678',
  AppliedCustomerBillingRate: 'TMF678',
  Product: 'TMF637',
  ProductOffering: 'TMF620',
  ProductOrder: 'TMF622',
  TroubleTicket: 'TMF621',
  ServiceProblem: 'TMF656',
};

const MOST_DEPTH = 16;

/** Which API an attribute of a record points into. */
export function apiAt(attribute: string, reference: TmfBody): TmfApi | undefined {
  if (Object.hasOwn(POINTS_AT, attribute)) return POINTS_AT[attribute];
  const type = reference['@referredType'];
  // What has settled a part of a bill is a payment, or a line of credit, which nothing refers to from elsewhere.
  if (attribute === 'payment') return type === 'AppliedCustomerBillingRate' ? undefined : 'TMF676';
  return (attribute === 'relatedEntity' || attribute === 'item') && typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
}

/** The API that a filter's values are ids of: `billingAccount.id` of TMF666, `id` of the collection's own. However deep it lies. */
export function apiOfFilter(own: TmfApi, name: string): TmfApi | undefined {
  if (name === 'id') return own;
  const steps = name.split('.');
  return steps.length > 1 && steps.at(-1) === 'id' ? apiAt(steps.at(-2) ?? '', {}) : undefined;
}

/** A body with each reference's id as `rename` has it. */
export function withReferences(body: TmfBody, rename: (api: TmfApi, id: string) => string, depth = 0): TmfBody {
  if (depth > MOST_DEPTH) return body;
  const one = (attribute: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => one(attribute, each));
    if (!isObject(value)) return value;
    const inner = withReferences(value, rename, depth + 1);
    const api = apiAt(attribute, inner);
    const { id } = inner;
    return api && typeof id === 'string' ? { ...inner, id: rename(api, id) } : inner;
  };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, one(name, value)]));
}
