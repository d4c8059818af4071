import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  title: () => msg('Sample portlet', { id: 'sample-portlet.title', desc: 'Heading of the portlet' }),
  empty: () => msg('You have no billing account yet.', { id: 'sample-portlet.empty', desc: 'In place of an empty list' }),
  count: (accounts: string) =>
    msg(str`Billing accounts: ${accounts}`, { id: 'sample-portlet.count', desc: 'The whole answer on a card; a number' }),
};
