import type { FaceplateClient } from '@faceplate/client';
import { type PortletElement, Reading } from '@faceplate/portlet-kit';
import type { AnswersController } from './answers.controller.ts';

/** What of the client this portlet uses. */
export type ShopClient = Pick<FaceplateClient, 'session' | 'offers' | 'cart' | 'orders' | 'accounts'>;

type Host = Pick<PortletElement<ShopClient>, 'view' | 'mode' | 'services'> & ConstructorParameters<typeof Reading>[0];

/** What the shop shows. A card needs the cart alone; staff have neither cart nor account here. */
export function readingsFor(host: Host, answers: AnswersController) {
  const client = () => host.services.client;
  const inFull = () => (host.view === 'full' ? ([] as const) : undefined);
  return {
    guide: new Reading(host, {
      args: inFull,
      load: async (_, options) => {
        const [{ questions }, session] = await Promise.all([client().offers.guide(options), client().session.get(options)]);
        return { questions, person: session.signedIn ? session.person.id : '' };
      },
      changes: ['offers'],
    }),
    offers: new Reading(host, {
      args: inFull,
      load: (_, options) => client().offers.list(options),
      changes: ['offers', 'products', 'cart'],
    }),
    shortlist: new Reading(host, {
      args: () => (answers.place === 'shortlist' ? ([JSON.stringify(answers.wishes)] as const) : undefined),
      load: (_, options) => client().offers.shortlist(answers.wishes, options),
      changes: ['offers', 'products', 'cart'],
    }),
    // How offers are drawn: the first question does not wait for it.
    drawing: new Reading(host, {
      args: () => (answers.place === 'questions' ? undefined : ([] as const)),
      load: () => import('./define-offers.ts'),
      changes: [],
    }),
    cart: new Reading(host, {
      args: () => (host.mode === 'agent' ? undefined : ([] as const)),
      load: (_, options) => client().cart.get(options),
      changes: ['cart', 'offers'],
    }),
    accounts: new Reading(host, {
      args: () => (host.mode === 'agent' ? undefined : inFull()),
      load: (_, options) => client().accounts.list(options),
      changes: ['accounts'],
    }),
  };
}

/** What is known of a list; nothing while it is read. */
export const itemsOf = <Item>({ value }: { readonly value: { items: readonly Item[] } | undefined }): readonly Item[] => value?.items ?? [];
