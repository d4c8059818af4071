import { createBss, generateWorld, memoryStore } from '@faceplate/bss';
import { createGateway, type Seller } from '@faceplate/gateway';
import { type BillPrinter, billPrinter } from '@faceplate/gateway/node';

const NOW = new Date('2026-11-21T08:00:00.000Z');
const LATER = '2099-01-01T00:00:00.000Z';
const BSS = 'http://bss.internal';
const PORTAL = 'http://portal.test';

const SELLER: Seller = {
  name: 'Meridian Telecom GmbH', legalId: 'HRB 000000', vatId: 'DE999999999', iban: 'DE02120300000000202051',
  address: { street: 'Beispielallee 1', city: 'Berlin', postCode: '10115', country: 'DE' },
  electronic: { scheme: '9930', value: 'DE999999999' },
  contact: { name: 'Billing', phone: '+49 30 0000000', email: 'billing@meridian.example' },
};

export interface BillOf {
  id: string;
  number: string;
  account: string;
}

/** The gateway over a generated world, with the printer that the product has. */
export interface House extends AsyncDisposable {
  readonly bills: readonly BillOf[];
  readonly printer: BillPrinter;
  /** As the holder of that account. @throws when the answer is no success. */
  take(account: string, path: string): Promise<Response>;
}

export function openHouse(seed: number, customers: number): House {
  const records = [...generateWorld({ seed, customers, now: NOW }).records];
  const store = memoryStore(records);
  const bss = createBss({ store, clock: () => NOW, baseUrl: BSS });
  // A machine with other work to do prints all the same.
  const printer = billPrinter({ mostMilliseconds: 120_000 });
  const gateway = createGateway({
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: PORTAL, embedOrigins: [], seller: SELLER },
    upstreams: () => ({ name: 'Meridian Billing', baseUrl: BSS, fetch: bss.fetch }),
    sessions: { read: (request) => Promise.resolve({ subject: holderOf(request.headers.get('x-proof-account') ?? ''), sessionId: 's', idleEndsAt: LATER, endsAt: LATER }) },
    changes: store.changes,
    clock: () => NOW,
    documents: printer,
  });
  const bills = records.filter(({ resource }) => resource === 'customerBill').map(({ body }) => {
    const { id, billNo, billingAccount } = body as unknown as { id: string; billNo: string; billingAccount: { id: string } };
    return { id, number: billNo, account: billingAccount.id };
  });
  return {
    bills,
    printer,
    take: async (account, path) => {
      const response = await gateway.request(`${PORTAL}/api/v1${path}`, { headers: { 'x-fp-csrf': '1', 'x-proof-account': account } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response;
    },
    [Symbol.asyncDispose]: () => printer.close(),
  };
}

const holderOf = (account: string) => ({ sub: `holder-${account}`, name: 'Holder', persona: 'consumer' as const, partyIds: [`holder-${account}`], accountIds: [account], accountNames: { [account]: account } });
