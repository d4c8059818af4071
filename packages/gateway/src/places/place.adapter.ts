import type { Place, PlaceName, PlaceSuggestion } from '@faceplate/contracts';
import { needed, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A house as TMF673 has it. */
export interface House {
  id: string;
  text: string;
  street: string;
  number: string;
  postcode: string;
  city: string;
  flats: PlaceName[];
}

/** @throws Unreadable where nobody could say which house it is. */
export function houseOf(body: TmfBody): House {
  const said = (name: string) => text(body, name) ?? '';
  const [street, number, postcode] = [said('streetName'), `${said('streetNr')}${said('streetNrSuffix')}`, said('postcode')];
  const city = said('city') || said('locality');
  const inOneLine = [`${street} ${number}`.trim(), `${postcode} ${city}`.trim()].filter(Boolean).join(', ');
  const id = needed(text(body, 'id'), 'id');
  const line = needed(inOneLine || text(body, 'name'), 'streetName');
  return { id, text: line, street, number, postcode, city, flats: flatsIn(body, line) };
}

const byNumber = new Intl.Collator('en', { numeric: true });

function flatsIn(body: TmfBody, house: string): PlaceName[] {
  return records(body, 'geographicSubAddress')
    .flatMap((flat): PlaceName[] => {
      const id = text(flat, 'id');
      const name = text(flat, 'name') ?? text(flat, 'subUnitNumber');
      return id === undefined ? [] : [{ id, text: `${house}, ${name ?? id}` }];
    })
    .toSorted((one, other) => byNumber.compare(one.text, other.text));
}

export const suggestionOf = ({ id, text: line, flats }: House): PlaceSuggestion => ({ id, text: line, flats: flats.length });

/** The house, or, where the id is that of a flat in it, the flat. */
export function placeIn(house: House, id: string): Place | undefined {
  if (house.id === id) return { id, text: house.text, flats: house.flats };
  const flat = house.flats.find((one) => one.id === id);
  return flat && { ...flat, flats: [] };
}
