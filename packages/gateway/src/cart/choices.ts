import type { Choices } from '@faceplate/contracts';
import { configured } from '../configuration/configure.ts';
import { placeById } from '../places/places.backend.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import type { CartLine } from './cart-line.ts';

/** What was chosen, as the operator's configurator takes it. @throws {Refusal} 422 for what does not go together, with the reasons. */
export async function checkedChoices(call: Call, wanted: { offerId: string; quantity: number; choices: Choices | undefined }): Promise<Choices> {
  const { choices, ...rest } = wanted;
  if (!choices || Object.keys(choices).length === 0) return {};
  const { possible, faults, chosen } = await configured(call, { ...rest, choices });
  if (!possible) throw invalid(422, faults.map(({ reason, remedy, key }) => ({ path: key === undefined ? 'choices' : `choices.${key}`, message: `${reason} ${remedy}` })));
  return chosen;
}

/** The place that is named, by the words people know it by. @throws {Refusal} 422 for none. */
export async function namedPlace(call: Call, placeId: string | undefined): Promise<Pick<CartLine, 'place'>> {
  if (placeId === undefined) return {};
  let place: CartLine['place'];
  await namedInBody('placeId', 'There is no such address.', placeById(call, placeId).then((found) => ((place = { id: found.id, text: found.text }), {})));
  return place ? { place } : {};
}
