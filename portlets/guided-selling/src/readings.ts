import '@faceplate/client/nouns/offers.js';
import { latePart, type PortletElement, Reading } from '@faceplate/portlet-kit';
import type { AnswersController } from './answers.controller.ts';
import type { ShopClient, ShopHost } from './part.ts';

type Host = Pick<PortletElement<ShopClient>, 'view' | 'mode' | 'services'> & ConstructorParameters<typeof Reading>[0];

/** What the shop shows at first. A card needs the cart alone; staff have none here. */
export function readingsFor(host: Host, answers: AnswersController, lent: ShopHost) {
  const client = () => host.services.client;
  const inFull = () => (host.view === 'full' ? ([] as const) : undefined);
  return {
    session: new Reading(host, {
      args: inFull,
      load: async (_, options) => {
        const session = await client().session.get(options);
        return { person: session.signedIn ? session.person.id : '' };
      },
      changes: [],
    }),
    guide: new Reading(host, {
      args: () => (lent.show ? undefined : inFull()),
      load: (_, options) => client().offers.guide(options),
      changes: ['offers'],
    }),
    // What offers are chosen with: the first question does not wait for it.
    choosing: latePart(
      host,
      () => host.view === 'full' && (lent.show !== '' || answers.place !== 'questions'),
      async () => new (await import('./choosing/choosing.ts')).ChoosingPart(lent),
    ),
    cart: new Reading(host, {
      args: () => (host.mode === 'agent' ? undefined : ([] as const)),
      load: (_, options) => client().cart.get(options),
      changes: ['cart', 'offers'],
    }),
  };
}
