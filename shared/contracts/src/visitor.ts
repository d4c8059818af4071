import * as z from 'zod/mini';
import { Instant } from './time.ts';

/**
 * `POST /visitor/links`: by this code somebody who has not signed in goes on in another browser, with the cart and what is
 * held for it; good once, until `until`. Put it in the fragment of an address, where no server sees it.
 */
export const VisitorLink = z.object({ code: z.string(), until: Instant });
export type VisitorLink = z.infer<typeof VisitorLink>;

/** `POST /visitor/pick-ups`: the code of such a link. What it leads to is in the cart the next time it is read. */
export const PickUpRequest = z.object({ code: z.string().check(z.regex(/^[\w-]{43}$/)) });
export type PickUpRequest = z.infer<typeof PickUpRequest>;

export const PickedUp = z.object({ pickedUp: z.literal(true) });
export type PickedUp = z.infer<typeof PickedUp>;
