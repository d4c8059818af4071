import type { Bss } from '../place.ts';

const PAGE = 1000;

interface Part {
  readonly id?: string;
  readonly name?: string;
}

export interface KeptVisit {
  readonly id: string;
  readonly status: string;
  readonly validFor: { readonly startDateTime: string; readonly endDateTime: string };
  readonly relatedEntity?: readonly Part[];
  readonly relatedPlace?: Part | readonly Part[];
  readonly technician?: unknown;
}

export interface KeptOrder {
  readonly id: string;
  readonly productOrderItem: readonly { readonly product?: { readonly productCharacteristic?: readonly { readonly name: string; readonly value: unknown }[] } }[];
}

async function all<T>(bss: Bss, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const { body } = await bss.say('GET', `${path}?limit=${PAGE}&offset=${rows.length}`);
    const page = body as unknown as T[];
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

export const ordersOf = (bss: Bss): Promise<KeptOrder[]> => all(bss, 'productOrderingManagement/v4/productOrder');

/** Visits that are held or booked. */
export async function openVisits(bss: Bss): Promise<KeptVisit[]> {
  const visits = await all<KeptVisit>(bss, 'appointment/v4/appointment');
  return visits.filter(({ status }) => status === 'initialized' || status === 'confirmed');
}

/** Of the crews of one area: by the postcode of the place, or of whoever was given the work. */
const isOfArea = ({ relatedPlace, technician }: KeptVisit, area: string): boolean => {
  const postcode = [relatedPlace ?? []].flat().flatMap(({ name = '' }) => /\b\d{5}\b/.exec(name) ?? [])[0];
  return postcode === undefined ? JSON.stringify(technician ?? '').includes(`"${area}"`) || JSON.stringify(technician ?? '').includes(`crews ${area}"`) : postcode.startsWith(area);
};

/** Visits of an area that go on in a window, or in a part of it. */
export const during = (visits: readonly KeptVisit[], area: string, interval: string): KeptVisit[] => {
  const [from = 0, to = 0] = interval.split('/').map((end) => Date.parse(end));
  return visits.filter((visit) => isOfArea(visit, area) && Date.parse(visit.validFor.startDateTime) < to && Date.parse(visit.validFor.endDateTime) > from);
};

/** Orders that have this number on a line. */
export const ordersOfNumber = (orders: readonly KeptOrder[], number: string): KeptOrder[] =>
  orders.filter(({ productOrderItem }) => productOrderItem.some(({ product }) => product?.productCharacteristic?.some(({ name, value }) => name === 'identifier' && value === number)));
