import { type Account, openAccount } from './accounts.ts';
import { approvalPolicy, type Deciders } from './approvals.ts';
import { money } from '../customer-bill/amounts.ts';
import type { Catalogue } from './catalogue.ts';
import { mobileNumber } from './identifiers.ts';
import { type Draft, known } from './draft.ts';
import type { Line } from './lines.ts';
import { type Organization, writeOrganization } from './organizations.ts';
import { type Person, somebody, writePerson, writeRole, writeSomebody } from './people.ts';
import { addLine, daysAgo } from './products.ts';
import { writePermission } from './rights.ts';
import { creditFor } from './service-levels.ts';

/** The company of the demo, as orders, tickets and service levels need it. */
export interface Company {
  admin: Person;
  accounts: Account[];
  /** A line that came a few days ago. */
  newest: Line;
  /** Lines with a service level, in a fixed order. */
  services: Line[];
}

/** What moves is booked apart from where it stands at night; so is who sells. */
const [FLEET, SALES] = ['4100 Fleet', '5100 Sales'];

/** Colleagues order their own phones; at the pier everything goes through the office. */
const MEMBERS = { role: 'member', allowedCategory: ['Mobile', 'Devices'], monthlyLimit: money(6000) };
const ASK_FIRST = { role: 'member', mayOrder: false };

const GROUP = {
  label: 'nordlicht',
  name: 'Nordlicht Logistics',
  type: 'company',
  policy: [MEMBERS],
  costCentre: '1000 Group services',
  town: 'Hamburg',
  parts: [
    {
      label: 'nordlicht-north', name: 'Nordlicht North', type: 'region', town: 'Hamburg',
      parts: [
        { label: 'nordlicht-hamburg', name: 'Hamburg terminal', type: 'site', town: 'Hamburg', costCentre: '2100 Hamburg terminal' },
        { label: 'nordlicht-kiel', name: 'Kiel depot', type: 'site', town: 'Kiel', costCentre: '2200 Kiel depot' },
        { label: 'nordlicht-rostock', name: 'Rostock pier', type: 'site', town: 'Rostock', policy: [ASK_FIRST] },
      ],
    },
    {
      label: 'nordlicht-south', name: 'Nordlicht South', type: 'region', town: 'Munich', costCentre: '3000 South',
      parts: [
        { label: 'nordlicht-munich', name: 'Munich hub', type: 'site', town: 'Munich', costCentre: '3100 Munich hub' },
        { label: 'nordlicht-leipzig', name: 'Leipzig yard', type: 'site', town: 'Leipzig' },
      ],
    },
  ],
};

/** The account that a line of the company is billed to. */
export function holderOf({ accounts }: Pick<Company, 'accounts'>, line: Line): Account {
  return known(accounts.find(({ lines }) => lines.includes(line)), `account of ${line.id}`);
}

const ADMIN = ['Bilal', 'Haddad'] as const;

/** Who decides about the company's orders. */
export function decidersOf(draft: Draft): Deciders {
  const admin = { id: draft.id('individual', 'bilal'), name: ADMIN.join(' '), kind: 'Individual' as const };
  return { admin, north: somebody(draft, 'nordlicht-north-admin'), south: somebody(draft, 'nordlicht-south-admin') };
}

/** A group of three levels: the admin stands at the top, a second one at a region, members at the sites. */
export function writeCompany(draft: Draft, catalogue: Catalogue): Company {
  const group = writeOrganization(draft, { ...GROUP, approval: approvalPolicy(decidersOf(draft)) });
  const admin = writePerson(draft, 'bilal', ...ADMIN, group.address);
  writeRole(draft, 'admin', admin, group);
  const central = openAccount(draft, { label: 'central', name: 'Group services', owner: group, segment: 'business', told: 6 });
  const newest = addTeam(draft, catalogue, central, group);
  const services: Line[] = [line(draft, catalogue, central, 'office-1000', group, 27), line(draft, catalogue, central, 'sip-trunk', group, 27)];
  const accounts = [central];
  for (const region of group.parts) {
    const account = openAccount(draft, {
      label: 'region', name: region.name, owner: region, payer: group, segment: 'business', told: 6,
      ...(region.label === 'nordlicht-south' && { open: { 2: 'unpaid' as const } }),
    });
    accounts.push(account);
    const second = writeSomebody(draft, `${region.label}-admin`, region.address);
    writeRole(draft, 'admin', second, region);
    writePermission(draft, { to: second, by: admin, role: 'admin', over: region });
    for (const [index, site] of region.parts.entries()) services.push(...addSite(draft, catalogue, account, site, index));
  }
  const pier = known(group.parts[0]?.parts[2], 'third site');
  const own = openAccount(draft, { label: 'site', name: pier.name, owner: pier, segment: 'business', told: 6 });
  services.push(line(draft, catalogue, own, 'office-250', pier, 15));
  central.extras = [2, 9].flatMap((ago) => creditFor(draft, services[0], ago));
  return { admin, accounts: [...accounts, own], newest, services };
}

function addSite(draft: Draft, catalogue: Catalogue, account: Account, site: Organization, index: number): Line[] {
  const member = writeSomebody(draft, `${site.label}-member`, site.address);
  writeRole(draft, 'member', member, site);
  addLine(draft, account, {
    label: `${site.label}-tracker`, offer: catalogue.sold('iot-sim', 8), identifier: mobileNumber(draft.dice(site.label, 'tracker')), since: 8, day: 4, costCentre: FLEET,
  });
  return [
    line(draft, catalogue, account, index === 0 ? 'site-1000' : 'site-100', site, 30 - index * 4),
    line(draft, catalogue, account, 'sip-trunk', site, 29 - index * 4),
  ];
}

function line(draft: Draft, catalogue: Catalogue, account: Account, key: string, site: Organization, since: number): Line {
  return addLine(draft, account, {
    label: `${site.label}-${key}`, offer: catalogue.sold(key, since), identifier: `${site.name}, ${site.address}`, user: site, since, day: 1,
  });
}

function addTeam(draft: Draft, catalogue: Catalogue, account: Account, group: Organization): Line {
  for (let index = 0; index < 6; index += 1) {
    const colleague = writeSomebody(draft, `nordlicht-colleague-${index}`, group.address);
    writeRole(draft, 'member', colleague, group);
    const since = 4 + index * 3;
    addLine(draft, account, {
      label: colleague.id,
      offer: catalogue.sold(index % 3 === 0 ? 'team-unlimited' : 'team-20', since),
      identifier: mobileNumber(draft.dice('colleague', index)),
      user: colleague,
      since,
      day: 1 + index * 4,
      ...(index % 3 === 0 && { costCentre: SALES }),
    });
  }
  const [since, day] = daysAgo(draft, 5);
  return addLine(draft, account, {
    label: 'newest', offer: catalogue.sold('team-20'), identifier: mobileNumber(draft.dice('colleague', 'newest')), since, day,
  });
}
