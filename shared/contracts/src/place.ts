import * as z from 'zod/mini';
import { Gap } from './gap.ts';

/** A house, or a flat in one: whatever a line can be laid to has an id of its own. */
export const PlaceName = z.object({ id: z.string(), text: z.string() });
export type PlaceName = z.infer<typeof PlaceName>;

/** A house as somebody begins to type it. With `flats` more than none one of them has to be chosen (`GET /places/{id}`). */
export const PlaceSuggestion = z.object({ id: z.string(), text: z.string(), flats: z.int() });
export type PlaceSuggestion = z.infer<typeof PlaceSuggestion>;

/** `GET /places?search`: at most eight, the likeliest first. `exact`: the first is what was typed; otherwise it is probably what was meant. */
export const PlaceList = z.object({ items: z.array(PlaceSuggestion), exact: z.boolean(), gaps: z.array(Gap) });
export type PlaceList = z.infer<typeof PlaceList>;

/** `GET /places/{id}`: of a house with its flats, in their order; of a flat with none. */
export const Place = z.object({ id: z.string(), text: z.string(), flats: z.array(PlaceName) });
export type Place = z.infer<typeof Place>;
