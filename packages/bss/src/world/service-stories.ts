import type { Account } from './accounts.ts';
import { serviceOf, writeAvailability, writeNews } from './availability.ts';
import type { Ada } from './cast.ts';
import { type Company, holderOf } from './company.ts';
import { type Draft, known } from './draft.ts';

/** How well what Ada pays for has worked: a month that missed its target, a gap, a day she kept us waiting. */
export function writeAdasServices(draft: Draft, { home, mobile, internet, television, phone }: Ada): void {
  writeAvailability(draft, 'berlin', [
    { service: serviceOf(home, internet), troubles: { 1: 19, 3: 545, 6: 205 }, gaps: [8] },
    { service: serviceOf(home, television), troubles: { 4: 620 }, waiting: [2] },
    { service: serviceOf(mobile, phone) },
  ]);
}

export function writeCompanyServices(draft: Draft, company: Company): void {
  const services = company.services.map((line) => serviceOf(holderOf(company, line), line));
  writeAvailability(
    draft,
    'nordlicht',
    services.map((service, index) => ({
      service,
      ...(index % 4 === 0 && { troubles: { 1: 400 - index * 20, 2: 130, 5: 18, 9: 95 } }),
      ...(index % 3 === 1 && { waiting: [3, 7] }),
      ...(index % 5 === 2 && { gaps: [4, 10] }),
    })),
  );
  // The third of the company's services is the first at a site.
  writeNews(draft, services.slice(2, 6));
}

export function writeShopServices(draft: Draft, accounts: readonly Account[]): void {
  const shop = known(accounts[0], 'shop');
  writeAvailability(draft, 'conti', shop.lines.map((line) => ({ service: serviceOf(shop, line) })));
}
