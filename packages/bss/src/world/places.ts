import { coverageOf, flatCoverage, storyCoverage } from './coverage.ts';
import type { Draft } from './draft.ts';
import { STREETS, TOWNS } from './names.ts';
import { type Party, partyRef } from './parties.ts';

/** House numbers of each street that exist even where none of our customers lives. */
const HOUSES = 20;

/** Which houses each world has already; a house is written when the first of its people is. */
const written = new WeakMap<Draft, Set<string>>();

/** Writes the house somebody lives or works in, and with the first of them the quarter of town that orders are tried out in. */
export function writeAddress(draft: Draft, address: string, business = false): void {
  const known = written.get(draft);
  const houses = known ?? new Set<string>();
  written.set(draft, houses);
  writeHouse(draft, houses, address, business);
  if (!known) writeQuarter(draft, houses);
}

function writeQuarter(draft: Draft, houses: Set<string>): void {
  const [[postcode, town]] = TOWNS;
  for (const street of STREETS) {
    for (let number = 1; number <= HOUSES; number += 1) writeHouse(draft, houses, `${street} ${number}, ${postcode} ${town}`, false);
  }
}

/** Where a line comes to, as a product says it; undefined where that is no address. */
export function installedAt(draft: Draft, identifier: string) {
  const address = identifier.split(', ').slice(-2).join(', ');
  if (!/ \d+, \d+ /.test(address)) return undefined;
  return [{ id: addressId(draft, address), name: address, role: 'installation', '@referredType': 'GeographicAddress' }];
}

const addressId = (draft: Draft, address: string) => draft.id('geographic address', address);

function writeHouse(draft: Draft, houses: Set<string>, address: string, business: boolean): void {
  const [, streetName, streetNr, postcode, city] = /^(.+) (\d+), (\d+) (.+)$/.exec(address) ?? [];
  if (houses.has(address) || streetName === undefined) return;
  houses.add(address);
  const id = addressId(draft, address);
  const story = storyCoverage(draft, address);
  const networkAccess = story ?? coverageOf(draft, address, business);
  const flats = story || business ? [] : flatsOf(draft, address, networkAccess);
  draft.add('geographicAddress', {
    id,
    name: address,
    streetName,
    streetNr,
    postcode,
    city,
    country: 'DE',
    networkAccess,
    ...(flats.length > 0 && { geographicSubAddress: flats }),
  });
  for (const flat of flats) draft.add('geographicSubAddress', { ...flat, geographicAddress: { id, name: address } });
}

/** One house in three has flats, from two to ten of them, two on a floor. */
function flatsOf(draft: Draft, address: string, house: ReturnType<typeof coverageOf>) {
  const dice = draft.dice('flats', address);
  if (!dice.chance(0.33)) return [];
  return Array.from({ length: dice.between(1, 5) * 2 }, (_, index) => {
    const unit = index + 1;
    const own = flatCoverage(draft, house, address, unit);
    return {
      id: draft.id('geographic sub-address', address, unit),
      name: `Flat ${unit}`,
      subAddressType: 'subunit',
      subUnitType: 'flat',
      subUnitNumber: String(unit),
      levelType: 'floor',
      levelNumber: String(Math.floor(index / 2)),
      ...(own && { networkAccess: own }),
    };
  });
}

interface Site extends Party {
  label: string;
  address: string;
}

const OPEN_HOURS = { startHour: '07:00', endHour: '19:00' };

/** Writes where a company sits, as its people name the places (TMF674). */
export function writeSite(draft: Draft, site: Site, inside?: Party): void {
  draft.add('geographicSite', {
    id: draft.id('site', site.label),
    name: site.name,
    code: site.label,
    status: 'active',
    place: [{ id: addressId(draft, site.address), name: site.address, '@referredType': 'GeographicAddress' }],
    relatedParty: [partyRef(site, 'owner'), ...(inside ? [partyRef(inside, 'partOf')] : [])],
    calendar: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => ({
      day,
      status: 'open',
      timeZone: 'Europe/Berlin',
      hourPeriod: [OPEN_HOURS],
    })),
  });
}
