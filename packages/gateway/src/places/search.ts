import type { PlaceList, PlaceSuggestion } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { at, records, text } from '../tmf/read.ts';
import { type AddressWords, addressWords } from './address-words.ts';
import { type House, suggestionOf } from './place.adapter.ts';
import { housesLike } from './places.backend.ts';

const MOST = 8;
/** Less says nothing of where it is. */
const LEAST_LETTERS = 2;

const byNumber = new Intl.Collator('en', { numeric: true });

/** The house that was meant first: the very number, then those that begin like it, street by street. */
function ranked(houses: readonly House[], { number }: AddressWords): House[] {
  const isIt = (house: House) => (house.number.toLowerCase() === number ? 0 : 1);
  return houses.toSorted((one, other) => isIt(one) - isIt(other) || byNumber.compare(one.street, other.street) || byNumber.compare(one.number, other.number) || byNumber.compare(one.postcode, other.postcode));
}

/** Houses for what is typed so far; where none begins like it, those that were probably meant. */
export async function searched(call: Call, typed: string): Promise<PlaceList> {
  const words = addressWords(typed);
  if (words.street.length < LEAST_LETTERS && words.postcode === undefined) return { items: [], exact: false, gaps: [] };
  const found = await orGap('TMF673', housesLike(call, words));
  const houses = ranked(found.value ?? [], words).slice(0, MOST);
  if (houses.length > 0) return { items: houses.map(suggestionOf), exact: true, gaps: found.gaps };
  const meant = await orGap('TMF645', meantBy(call, words, typed));
  return { items: meant.value ?? [], exact: false, gaps: [...found.gaps, ...meant.gaps] };
}

/** A slip of the pen: who asks what lines reach a whole address that nobody knows is told which were meant (TMF645). */
async function meantBy(call: Call, { number, street, postcode, city }: AddressWords, typed: string): Promise<PlaceSuggestion[]> {
  if (number === undefined || (postcode === undefined && city === '')) return [];
  const line = `${street} ${number}, ${[postcode, city].filter(Boolean).join(' ')}`;
  const body = await call.question('TMF645').post('queryServiceQualification', {
    instantSyncQualification: true,
    searchCriteria: { service: { place: [{ name: city === '' ? typed : line, role: 'installation' }] } },
  });
  const choices = records(body, 'eligibilityUnavailabilityReason').flatMap((reason) => records(at(reason, 'remedy'), 'choices'));
  return choices.flatMap((one) => {
    const [id, name] = [text(one, 'id'), text(one, 'name')];
    // How many flats it has is asked when it is chosen.
    return id === undefined || name === undefined ? [] : [{ id, text: name, flats: 0 }];
  });
}
