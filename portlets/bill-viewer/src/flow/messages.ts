import { msg, registerMessages } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  asTable: () => msg('Show as table', { id: 'bill-viewer.flow.as-table', desc: 'Button: shows the figures of a picture as a table' }),
  asPicture: () => msg('Show as picture', { id: 'bill-viewer.flow.as-picture', desc: 'Button: goes back from the table to the picture' }),
};
